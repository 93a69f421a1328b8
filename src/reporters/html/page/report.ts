// The script of a report: it filters, and does nothing else.

import { enableFilters } from "./filter.ts";

enableFilters();
