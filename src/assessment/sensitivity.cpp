#include "assessment/sensitivity.hpp"

#include "assessment/leave_outs.hpp"
#include "assessment/multiverse.hpp"
#include "assessment/placebos.hpp"
#include "assessment/recodings.hpp"

namespace entente::assessment {

Sensitivity sensitivity_of(const Run& run, const Selection& selection, const Material& material,
                           const RandomCodings& random, const evidence::Protocol& protocol) {
    Sensitivity sensitivity;
    sensitivity.leave_one_cluster_out = leave_one_cluster_out(run, selection, protocol);
    sensitivity.source_class = by_source_class(run, selection, protocol);
    sensitivity.leaning = by_leaning(run, selection, protocol);
    sensitivity.kinds = by_kind(run, selection, protocol);
    sensitivity.coders = by_coder(run, selection, protocol);
    sensitivity.multiverse = multiverse(selection, material, protocol);
    sensitivity.multiverse_share = shares_of(sensitivity.multiverse);
    sensitivity.recodings = recodings(run, selection, protocol);
    sensitivity.placebos = placebos(run, selection, material, random, protocol);
    return sensitivity;
}

}  // namespace entente::assessment
