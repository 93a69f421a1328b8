/**
 * How a claim tells whose a token is. In `names`, `{}` stands for the name of the tenant, up to what comes behind it, or to the
 * end; in both lists `+` stands for a name that is spelled out, and `*` for anything.
 */
export interface NamingClaim {
    readonly claim: string;
    readonly names: readonly string[];
    /** Forms of values that any tenant's tokens have; left out: all. */
    readonly usual?: readonly string[];
    /** A tenant can have its values written otherwise. */
    readonly isCustomizable?: boolean;
    /** One of somebody else, for people. */
    readonly example?: string;
    /** Values that are nobody else's, whether the policy names them or not. */
    readonly ours?: RegExp;
    /**
     * A star stands in its values behind one of these alone; left out: anywhere. Names and git's refs have none
     * (https://git-scm.com/docs/git-check-ref-format), and people take it for a wildcard under StringEquals.
     */
    readonly starAfter?: readonly string[];
    /** Values that the tokens of every tenant may have: they name none. */
    readonly everyones?: RegExp;
}
export interface Issuer {
    /** For people. */
    readonly name: string;
    /** Its URL without the protocol; `+` stands for a part of it. */
    readonly url: string;
    /** private: the URL says whose it is; enterprise: it is of one enterprise, whose parts may not be one tenant. */
    readonly tenancy: "shared" | "private" | "enterprise";
    /** Any of them names the tenant. */
    readonly tenant?: readonly NamingClaim[];
    /** Any of them names the application that a token is for, where IAM has no list of those. */
    readonly application?: readonly NamingClaim[];
    /** What it sends besides, and anybody can have in a token. */
    readonly claims?: readonly string[];
    /** What it sends of which nobody can tell who can have it in a token. */
    readonly unclear?: readonly string[];
    readonly source: string;
}
