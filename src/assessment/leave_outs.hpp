// Reruns without one part of the evidence: a cluster, a source class, a leaning, a kind, a coder.
#pragma once

#include <vector>

#include "assessment/run.hpp"

namespace entente::assessment {

// By name: a cluster is left out of every factor in which it stands.
[[nodiscard]] std::vector<Rerun> leave_one_cluster_out(const Run& run, const Selection& selection,
                                                       const evidence::Protocol& protocol);

// `only official`, `without official` … for each value that occurs. `none` is no leaning; where no source has one there
// is no rerun.
[[nodiscard]] std::vector<Rerun> by_source_class(const Run& run, const Selection& selection,
                                                 const evidence::Protocol& protocol);
[[nodiscard]] std::vector<Rerun> by_leaning(const Run& run, const Selection& selection,
                                            const evidence::Protocol& protocol);

// `words only` (with opinion and absence), `acts only` (with structural items).
[[nodiscard]] std::vector<Rerun> by_kind(const Run& run, const Selection& selection,
                                         const evidence::Protocol& protocol);

// A coder who read fewer than half of the items that the verdict uses is not run alone: such a run would show what was
// left unread, not what was read otherwise. Ours; half, so that a verdict alone rests on more than it leaves out.
inline constexpr double kLeastShareRead = 0.5;

// How many of the items that the run uses the coder read.
[[nodiscard]] int items_read_by(const Run& run, const Selection& selection, std::size_t coder);
[[nodiscard]] bool read_enough(int read, const Run& run, const Selection& selection);

// Each coder alone who read enough for it, and each left out; nothing if there is but one.
[[nodiscard]] std::vector<Rerun> by_coder(const Run& run, const Selection& selection,
                                          const evidence::Protocol& protocol);

// The readings of one coder alone, or of all the others.
[[nodiscard]] Material material_of_coder(const Selection& selection, std::size_t coder);
[[nodiscard]] Material material_without_coder(const Selection& selection, std::size_t coder);

}  // namespace entente::assessment
