// Questions about the threats to Japan in the store of invented numbers (threat_store.hpp says what they are).
#pragma once

#include <algorithm>
#include <string>

#include "workbench/threat.hpp"
#include "workbench/threat_store.hpp"

namespace entente::testing {

class ThreatsToJapan : public ThreatStore {
protected:
    static workbench::ThreatRequest japan(int year) {
        workbench::ThreatRequest request;
        request.state = "JPN";
        request.to = year;
        return request;
    }
    static const workbench::Threat& threat_of(const workbench::YearOfThreats& year, const std::string& code) {
        return *std::find_if(year.threats.begin(), year.threats.end(),
                             [&](const workbench::Threat& one) { return one.other.code == code; });
    }
    static const workbench::ObservedChange& change_of(const workbench::YearOfThreats& year, const std::string& what,
                                                      int from) {
        return *std::find_if(year.observed.begin(), year.observed.end(), [&](const workbench::ObservedChange& one) {
            return one.what == what && one.from == from;
        });
    }
};

}  // namespace entente::testing
