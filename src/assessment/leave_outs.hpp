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

// Each coder alone, and each left out; nothing if there is but one.
[[nodiscard]] std::vector<Rerun> by_coder(const Run& run, const Selection& selection,
                                          const evidence::Protocol& protocol);

// The readings of one coder alone, or of all the others.
[[nodiscard]] Material material_of_coder(const Selection& selection, std::size_t coder);
[[nodiscard]] Material material_without_coder(const Selection& selection, std::size_t coder);

}  // namespace entente::assessment
