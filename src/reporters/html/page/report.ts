// The script of a report page: the filter.

import { enableFilters } from "./filter.ts";

enableFilters();
