import type { Config, Preset, RuleSetting, Settings, Severity, Tenancy } from "./config.js";
export interface FileSettings extends Required<Omit<Settings, "tenancy" | "audience">> {
    readonly tenancy?: Tenancy;
    /** Who spoke about `tenancy`; undefined while nobody did. */
    readonly tenancyFrom?: "scope" | "option" | "config";
    readonly audience: NonNullable<Settings["audience"]>;
    readonly accounts: Required<NonNullable<Settings["accounts"]>>;
    readonly rules: Readonly<Record<string, FileRuleSetting>>;
    readonly preset: Preset;
}
/** A rule's setting in one form: `off` and `false` are the same, and a severity stands under its key. */
export interface FileRuleSetting extends RuleSetting {
    readonly severity?: Severity | "off";
}
/** `file` as the report names it. In a list the nearer word stands last: that of the last scope that the file is in. */
export declare function settingsFor(config: Config, file: string): FileSettings;
/** Equal for files of the same settings. */
export declare function scopesKey(config: Config, file: string): string;
/** Does the word under `rules` name a rule? */
export declare function isRuleName(word: string): boolean;
