export interface Ours {
    readonly accounts: readonly string[];
    readonly organizationAccounts: readonly string[];
    readonly organizationIds: readonly string[];
    /** Accounts that the configuration calls somebody's: no stranger is shown with one of them if another will do. */
    readonly vendorAccounts: ReadonlySet<string>;
}
