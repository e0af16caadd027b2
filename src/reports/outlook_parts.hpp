// The sections of the document about the outlook. Included by the outlook_*.cpp files only.
#pragma once

#include "reports/document.hpp"
#include "workbench/outlook.hpp"

namespace entente::reports {

// How alliances have ended, with this one's age among them.
void add_outlook_history(Document& document, const workbench::OutlookHistory& history);
// The formula, every coefficient with its error, and how the answer follows.
void add_outlook_steps(Document& document, const workbench::FittedOutlook& fitted);

}  // namespace entente::reports
