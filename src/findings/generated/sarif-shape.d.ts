export declare const json: string;
