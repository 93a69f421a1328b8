/** What a fingerprint is made of. The resource by its address; the principal as IAM takes it, "" where the policy is secret. */
export interface Identity {
    readonly rule: string;
    readonly file: string;
    readonly resource: string;
    readonly principal: string;
}
export interface Fingerprints {
    of(rule: string, file: string, resource: string, principal: string): string;
    /** Of all that were given out. */
    readonly identities: ReadonlyMap<string, Identity>;
}
/** Gives out fingerprints for one report; equal findings are told apart by a counter. */
export declare function fingerprints(): Fingerprints;
/** The fingerprint of a finding that has so many equal ones before it, from that of the first. */
export declare function repeated(first: string, count: number): string;
