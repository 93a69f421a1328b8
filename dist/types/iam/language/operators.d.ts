export type Family = "string" | "arn" | "numeric" | "date" | "bool" | "binary" | "ip" | "null";
export type Comparison = "equal" | "less" | "less-or-equal" | "greater" | "greater-or-equal";
export interface Operator {
    readonly name: string;
    readonly family: Family;
    /** The request value must match none of the listed ones; true where the key is absent. */
    readonly negated?: boolean;
    readonly ignoreCase?: boolean;
    /** `*` and `?` are wildcards. */
    readonly wildcards?: boolean;
    /** Policy variables are replaced; undefined-by-aws: the documentation contradicts itself. */
    readonly variables?: boolean | "undefined-by-aws";
    readonly comparison?: Comparison;
}
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export declare const OPERATORS: readonly Operator[];
export type Quantifier = "all" | "any";
export interface OperatorUse {
    readonly operator: Operator;
    readonly quantifier?: Quantifier;
    readonly ifExists: boolean;
}
/** `ForAnyValue:StringLikeIfExists` → its parts; undefined: no such operator. Case is undocumented and read leniently. */
export declare function operatorUse(written: string): OperatorUse | undefined;
/** The use of an operator that an unknown one was probably meant to be. */
export declare function nearestOperator(written: string): string | undefined;
