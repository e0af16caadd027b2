#include "evidence/burden_record.hpp"

namespace entente::evidence {

bool is_words(Conduct conduct) noexcept {
    switch (conduct) {
        case Conduct::Pledge:
        case Conduct::Omission:
        case Conduct::Condition:
        case Conduct::Reversal:
        case Conduct::Doubt:
            return true;
        case Conduct::Deployment:
        case Conduct::Withdrawal:
        case Conduct::Money:
        case Conduct::Exercise:
        case Conduct::Agreement:
            return false;
    }
    return false;
}

// A reversal takes back what was said before; who goes back to a pledge pledges.
bool assures(Conduct conduct) noexcept {
    switch (conduct) {
        case Conduct::Pledge:
        case Conduct::Deployment:
        case Conduct::Money:
        case Conduct::Exercise:
        case Conduct::Agreement:
            return true;
        case Conduct::Omission:
        case Conduct::Condition:
        case Conduct::Reversal:
        case Conduct::Doubt:
        case Conduct::Withdrawal:
            return false;
    }
    return false;
}

}  // namespace entente::evidence
