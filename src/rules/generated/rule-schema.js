"use strict";
export const validate = validate41;
const schema61 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$comment":"Error messages read these annotations out: a title says what a value is (\"not a rule id\"), a description what to write, examples what may have been meant.","title":"Unconfused rule","description":"Everything about one rule: what it asks, why, how to mend it, and examples that are run as tests.","type":"object","additionalProperties":false,"required":["id","title","severity","precision","why","fix","policy","examples"],"properties":{"id":{"description":"equal to the file's name; never changes","$ref":"#/$defs/ruleId"},"aliases":{"description":"names that the rule had before","$ref":"#/$defs/ruleIds"},"title":{"title":"title","description":"one line of text","type":"string","pattern":"^\\S[^\\n]*$"},"severity":{"description":"how bad a finding is; a question may say another, and the configuration outranks both","$ref":"#/$defs/severity"},"enabled":{"description":"false: asked only where the configuration gives the rule a severity","type":"boolean","default":true},"preset":{"description":"all: the rule has its severity only where the configuration says `preset: all`, and is low elsewhere","enum":["all"]},"precision":{"description":"how seldom a finding is a false alarm","enum":["low","medium","high","very-high"]},"cwe":{"description":"numbers of the Common Weakness Enumeration","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"integer","minimum":1,"maximum":9999}},"since":{"title":"version","description":"the version that the rule came with, as \"x.y.z\"","type":"string","pattern":"^[0-9]+\\.[0-9]+\\.[0-9]+$"},"why":{"description":"why it matters, in Markdown","$ref":"#/$defs/text"},"fix":{"description":"what to do about a finding, in Markdown","$ref":"#/$defs/text"},"references":{"description":"pages that the rule rests on","type":"array","minItems":1,"items":{"title":"https address","description":"write a whole address, beginning with https://","type":"string","pattern":"^https://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::[0-9]+)?(?:[/?#][^\\s<>\"]*)?$"}},"policy":{"description":"the kinds of policy that the rule reads; trust policies of roles, policies of resources, and identity policies, which say what users and roles of ours may do","$ref":"#/$defs/policyKinds"},"yieldsTo":{"description":"silent about a caller for whom one of these rules has a finding in the same policy","$ref":"#/$defs/ruleIds"},"deny":{"description":"no request of the class may be allowed","type":"array","minItems":1,"items":{"$ref":"#/$defs/question"}},"admit":{"description":"every grant must let some request of the class in","type":"array","minItems":1,"items":{"$ref":"#/$defs/question"}},"require":{"description":"every grant with the facts `where` must have the facts `must`","type":"array","minItems":1,"items":{"$ref":"#/$defs/shape"}},"examples":{"description":"policies that are judged as tests and shown as documentation","type":"object","additionalProperties":false,"required":["bad","good"],"properties":{"bad":{"description":"each gives exactly one finding of the rule, at the place that `at` points to","type":"array","minItems":1,"items":{"$ref":"#/$defs/badExample"}},"good":{"description":"none gives a finding or an unknown of the rule","type":"array","minItems":1,"items":{"$ref":"#/$defs/otherExample"}},"unknown":{"description":"each gives an unknown of the rule and no finding","type":"array","minItems":1,"items":{"$ref":"#/$defs/otherExample"}}}}},"$defs":{"text":{"title":"text","description":"write some text; in quotes it cannot be taken for anything else","type":"string","pattern":"\\S"},"severity":{"enum":["low","medium","high","critical"]},"policyKind":{"enum":["trust","resource","identity"]},"policyKinds":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/policyKind"}},"else":{"$ref":"#/$defs/policyKind"}},"ruleId":{"title":"rule id","description":"a rule id is lower-case words joined by hyphens","type":"string","pattern":"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"},"ruleIds":{"type":"array","items":{"$ref":"#/$defs/ruleId"}},"question":{"description":"requests of one class, and what to say of a grant that answers badly","type":"object","additionalProperties":false,"required":["request","message"],"properties":{"request":{"description":"which requests the question is about","$ref":"#/$defs/request"},"message":{"$ref":"#/$defs/message"},"given":{"$ref":"#/$defs/given"},"answer":{"description":"what an allowed request is","enum":["finding","unknown"],"default":"finding"},"severity":{"description":"instead of the rule's","$ref":"#/$defs/severity"}}},"message":{"description":"a statement of what is so, which an unknown turns into a question with \"cannot tell whether\" before it; may use {caller} {account} {vendor} {resource} {key} {value} {flaw}","$ref":"#/$defs/text"},"request":{"description":"a class of requests; what is left out is free","type":"object","additionalProperties":false,"properties":{"caller":{"description":"who sends the request","type":"object","additionalProperties":false,"properties":{"type":{"description":"account: a user or role of an AWS account; service: an AWS service that is known to tell for whose account it calls such a resource, and `is` says whose that is; federated: whoever has a token or an assertion of a provider that a trust policy names; anonymous: anyone, without credentials, in policies of resources","enum":["account","service","federated","anonymous"],"default":"account"},"is":{"description":"who the caller is to the user","$ref":"#/$defs/sets"},"tenancy":{"description":"of a third party: single, its account serves the user alone; multi, it serves many customers","$ref":"#/$defs/tenancy"},"alone":{"description":"false: some other third-party account gets in as well, in the same world","type":"boolean"},"tenant":{"description":"of a federated caller: the policy does not name the tenant of the issuer that the token is of; the table of issuers says which claims name it","const":"$unnamed"},"application":{"description":"of a federated caller: the policy does not name the application that the token was made for, where AWS has no list of those","const":"$unnamed"}}},"action":{"description":"patterns of actions; left out in a trust policy: sts:AssumeRole, in a policy of a resource: any","$ref":"#/$defs/actions"},"resource":{"description":"what the request acts on; a request to assume a role acts on the role alone, of which a rule about identity policies may ask whose it is","if":{"type":"object","not":{"required":["not"]}},"then":{"additionalProperties":false,"minProperties":1,"properties":{"of":{"description":"whose account the role is in, as `is` says it of a caller","$ref":"#/$defs/sets"},"tenancy":{"description":"of a third party","$ref":"#/$defs/tenancy"},"name":{"description":"$unlisted: a role of any name and path, whatever statements spell out","const":"$unlisted"}}},"else":{"$ref":"#/$defs/askedValue"}},"context":{"description":"a condition key is a prefix, a colon and a name, such as \"sts:ExternalId\"; what the request carries for it is a value, or $absent, $present, $unlisted","type":"object","patternProperties":{"^[^\\s:$]+:\\S+$":{"$ref":"#/$defs/askedValue"}},"additionalProperties":false}}},"given":{"description":"asked only under such a configuration","type":"object","additionalProperties":false,"minProperties":1,"properties":{"audience":{"description":"who the checked files are for, as the configuration says","enum":["self","customers"]},"vendors":{"description":"whether the configuration declares any vendor","enum":["declared","none"]},"tenancy":{"description":"said: somebody has said the caller's tenancy; unsaid: it is the default","enum":["said","unsaid"]}}},"shape":{"description":"what must hold of the grants that it speaks of","type":"object","additionalProperties":false,"required":["where","must","message"],"properties":{"where":{"description":"the grants that are asked; {} is all of them","$ref":"#/$defs/facts"},"must":{"description":"what holds of them","$ref":"#/$defs/facts","minProperties":1},"message":{"$ref":"#/$defs/message"},"given":{"$ref":"#/$defs/given"}}},"facts":{"description":"facts about a grant; a list is or, `not` is not","type":"object","additionalProperties":false,"properties":{"principal":{"description":"the form of the principal as it is written","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/principalForms"}}},"else":{"$ref":"#/$defs/principalForms"}},"caller":{"description":"one of those whom the grant lets in, of whom `tenancy` and `catalogueTenancy` speak as well","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/sets"}}},"else":{"$ref":"#/$defs/sets"}},"tenancy":{"description":"of the caller, if it is a third party","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/tenancies"}}},"else":{"$ref":"#/$defs/tenancies"}},"catalogueTenancy":{"description":"what the built-in catalogue says of the caller's tenancy, whatever else is said","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/tenancies"}}},"else":{"$ref":"#/$defs/tenancies"}},"admits":{"description":"all whom the grant lets in","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/sets"}}},"else":{"$ref":"#/$defs/sets"}},"scopedBy":{"description":"the condition keys that hold the caller","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/conditionKeys"}}},"else":{"$ref":"#/$defs/conditionKeys"}},"externalId":{"description":"what the requests of third parties must carry as sts:ExternalId","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/externalIds"}}},"else":{"$ref":"#/$defs/externalIds"}},"flaw":{"description":"what IAM refuses the policy for","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/flaws"}}},"else":{"$ref":"#/$defs/flaws"}}}},"action":{"title":"action","description":"write * or service:Name, with * and ? as wildcards","type":"string","pattern":"^(?:\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},"actions":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/action"}},"else":{"$ref":"#/$defs/action"}},"conditionKey":{"title":"condition key","description":"a condition key is a prefix, a colon and a name, such as \"sts:ExternalId\"","type":"string","pattern":"^[^\\s:$]+:\\S+$"},"conditionKeys":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/conditionKey"}},"else":{"$ref":"#/$defs/conditionKey"}},"set":{"description":"who the caller is, the first that fits. $own: the account that the role is in; $organization: another account of the user's; $aws: one that AWS runs a service from; $vendor: declared under vendors; $catalogued: known to the built-in catalogue only; $undeclared: named by the policy, known to nobody; $deployTime: decided at deployment and bound to nobody; $unnamed: not named by the policy; $thirdParty: any of the last five","enum":["$own","$organization","$aws","$vendor","$catalogued","$undeclared","$deployTime","$unnamed","$thirdParty"]},"sets":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/set"}},"else":{"$ref":"#/$defs/set"}},"tenancy":{"enum":["single","multi"]},"tenancies":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/tenancy"}},"else":{"$ref":"#/$defs/tenancy"}},"value":{"title":"value","description":"write a text, or one of the names $absent, $present, $unlisted","examples":["$absent","$present","$unlisted"],"type":"string","pattern":"^(?:[^$]|$|\\$(?:absent|present|unlisted)$)"},"values":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/value"}},"else":{"$ref":"#/$defs/value"}},"askedValue":{"description":"$absent: the request does not carry the key; $present: it does; $unlisted: it carries a value that no condition of the policy spells out; a text: this value","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/values"}}},"else":{"$ref":"#/$defs/values"}},"principalForm":{"description":"anyone: *; account: an account, by its id or root; session: an assumed role or federated user; parameter: deployment decides all of it, and may decide *; malformed: none that IAM knows","enum":["anyone","account","role","user","session","federated","service","unique-id","parameter","malformed"]},"principalForms":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/principalForm"}},"else":{"$ref":"#/$defs/principalForm"}},"externalId":{"description":"where the id comes from (none: none is demanded), and what is wrong with it: sample (a placeholder), vendor (its name or account), foreign (not of the form that the vendor's ids have), open (a parameter that may be too short)","enum":["none","literal","default","parameter","computed","pattern","caller","sample","vendor","foreign","open"]},"externalIds":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/externalId"}},"else":{"$ref":"#/$defs/externalId"}},"flaw":{"description":"what IAM refuses a policy for, or reads otherwise than it is written; none: nothing","enum":["none","principal-star","not-principal","wildcard-in-principal","malformed-principal","group-principal","placeholder","number-as-account","number-as-text","resource-in-trust-policy","unknown-element","one-of-a-pair","sid-twice","duplicate-key","sid-characters","missing-element","unknown-operator","unknown-effect","unknown-version","malformed-value","empty-document"]},"flaws":{"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/flaw"}},"else":{"$ref":"#/$defs/flaw"}},"example":{"type":"object","additionalProperties":false,"required":["name","policy"],"properties":{"name":{"description":"what the example shows, in a few words","$ref":"#/$defs/text"},"policy":{"description":"a bare IAM policy; it may hold {Ref: P}, {Fn::Sub: \"...\"}, {Fn::If: [C, a, b]} and {$unknown: why}","type":"object"},"carrier":{"description":"of a resource policy: the service whose resource has it, by the prefix of its actions; a bucket of s3, if left out","examples":["s3","sqs","sns","kms"],"type":"string","pattern":"^[a-z0-9-]+$"},"at":{"title":"JSON Pointer","description":"write where in the policy the finding points, such as /Statement/0/Principal/AWS","type":"string","pattern":"^(?:/(?:[^~/]|~[01])*)+$"},"config":{"description":"laid over the configuration that examples run under: own account 999988887777, organization o-own1234567, the vendors ExampleSingle (single-tenant, 111122223333) and ExampleMulti (multi-tenant, 444455556666)","$ref":"config.schema.json"},"parameters":{"description":"parameters and variables that the policy refers to","type":"object","additionalProperties":{"$ref":"#/$defs/parameter"}}}},"badExample":{"$ref":"#/$defs/example","required":["at"]},"otherExample":{"$ref":"#/$defs/example","properties":{"at":false}},"parameter":{"type":"object","additionalProperties":false,"properties":{"default":{"description":"the value that deployment takes if it is given none","type":"string"},"allowedValues":{"description":"the only values that deployment may give","type":"array","minItems":1,"items":{"type":"string"}},"allowedPattern":{"description":"a regular expression that every value matches as a whole","type":"string"},"list":{"description":"true: the parameter is a list of texts","type":"boolean","default":false}}}}};
const schema62 = {"title":"rule id","description":"a rule id is lower-case words joined by hyphens","type":"string","pattern":"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"};
const schema65 = {"enum":["low","medium","high","critical"]};
const schema66 = {"title":"text","description":"write some text; in quotes it cannot be taken for anything else","type":"string","pattern":"\\S"};
const func1 = Object.prototype.hasOwnProperty;
const pattern19 = new RegExp("^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", "u");
const pattern21 = new RegExp("^\\S[^\\n]*$", "u");
const pattern22 = new RegExp("^[0-9]+\\.[0-9]+\\.[0-9]+$", "u");
const pattern6 = new RegExp("\\S", "u");
const pattern25 = new RegExp("^https://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::[0-9]+)?(?:[/?#][^\\s<>\"]*)?$", "u");
const schema63 = {"type":"array","items":{"$ref":"#/$defs/ruleId"}};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern19.test(data0)){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/ruleId/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"},schema:"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$",parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/ruleId/type",keyword:"type",params:{type: "string"},schema:schema62.type,parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema68 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/policyKind"}},"else":{"$ref":"#/$defs/policyKind"}};
const schema69 = {"enum":["trust","resource","identity"]};

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate44.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema68.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!(((data0 === "trust") || (data0 === "resource")) || (data0 === "identity"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/policyKind/enum",keyword:"enum",params:{allowedValues: schema69.enum},schema:schema69.enum,parentSchema:schema69,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(!(((data === "trust") || (data === "resource")) || (data === "identity"))){
const err3 = {instancePath,schemaPath:"#/$defs/policyKind/enum",keyword:"enum",params:{allowedValues: schema69.enum},schema:schema69.enum,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema68.if,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate44.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate44.evaluated = {"dynamicProps":false,"dynamicItems":true};

const schema71 = {"description":"requests of one class, and what to say of a grant that answers badly","type":"object","additionalProperties":false,"required":["request","message"],"properties":{"request":{"description":"which requests the question is about","$ref":"#/$defs/request"},"message":{"$ref":"#/$defs/message"},"given":{"$ref":"#/$defs/given"},"answer":{"description":"what an allowed request is","enum":["finding","unknown"],"default":"finding"},"severity":{"description":"instead of the rule's","$ref":"#/$defs/severity"}}};
const schema86 = {"description":"asked only under such a configuration","type":"object","additionalProperties":false,"minProperties":1,"properties":{"audience":{"description":"who the checked files are for, as the configuration says","enum":["self","customers"]},"vendors":{"description":"whether the configuration declares any vendor","enum":["declared","none"]},"tenancy":{"description":"said: somebody has said the caller's tenancy; unsaid: it is the default","enum":["said","unsaid"]}}};
const schema72 = {"description":"a class of requests; what is left out is free","type":"object","additionalProperties":false,"properties":{"caller":{"description":"who sends the request","type":"object","additionalProperties":false,"properties":{"type":{"description":"account: a user or role of an AWS account; service: an AWS service that is known to tell for whose account it calls such a resource, and `is` says whose that is; federated: whoever has a token or an assertion of a provider that a trust policy names; anonymous: anyone, without credentials, in policies of resources","enum":["account","service","federated","anonymous"],"default":"account"},"is":{"description":"who the caller is to the user","$ref":"#/$defs/sets"},"tenancy":{"description":"of a third party: single, its account serves the user alone; multi, it serves many customers","$ref":"#/$defs/tenancy"},"alone":{"description":"false: some other third-party account gets in as well, in the same world","type":"boolean"},"tenant":{"description":"of a federated caller: the policy does not name the tenant of the issuer that the token is of; the table of issuers says which claims name it","const":"$unnamed"},"application":{"description":"of a federated caller: the policy does not name the application that the token was made for, where AWS has no list of those","const":"$unnamed"}}},"action":{"description":"patterns of actions; left out in a trust policy: sts:AssumeRole, in a policy of a resource: any","$ref":"#/$defs/actions"},"resource":{"description":"what the request acts on; a request to assume a role acts on the role alone, of which a rule about identity policies may ask whose it is","if":{"type":"object","not":{"required":["not"]}},"then":{"additionalProperties":false,"minProperties":1,"properties":{"of":{"description":"whose account the role is in, as `is` says it of a caller","$ref":"#/$defs/sets"},"tenancy":{"description":"of a third party","$ref":"#/$defs/tenancy"},"name":{"description":"$unlisted: a role of any name and path, whatever statements spell out","const":"$unlisted"}}},"else":{"$ref":"#/$defs/askedValue"}},"context":{"description":"a condition key is a prefix, a colon and a name, such as \"sts:ExternalId\"; what the request carries for it is a value, or $absent, $present, $unlisted","type":"object","patternProperties":{"^[^\\s:$]+:\\S+$":{"$ref":"#/$defs/askedValue"}},"additionalProperties":false}}};
const schema76 = {"enum":["single","multi"]};
const schema73 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/set"}},"else":{"$ref":"#/$defs/set"}};
const schema74 = {"description":"who the caller is, the first that fits. $own: the account that the role is in; $organization: another account of the user's; $aws: one that AWS runs a service from; $vendor: declared under vendors; $catalogued: known to the built-in catalogue only; $undeclared: named by the policy, known to nobody; $deployTime: decided at deployment and bound to nobody; $unnamed: not named by the policy; $thirdParty: any of the last five","enum":["$own","$organization","$aws","$vendor","$catalogued","$undeclared","$deployTime","$unnamed","$thirdParty"]};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate49.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema73.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!(((((((((data0 === "$own") || (data0 === "$organization")) || (data0 === "$aws")) || (data0 === "$vendor")) || (data0 === "$catalogued")) || (data0 === "$undeclared")) || (data0 === "$deployTime")) || (data0 === "$unnamed")) || (data0 === "$thirdParty"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/set/enum",keyword:"enum",params:{allowedValues: schema74.enum},schema:schema74.enum,parentSchema:schema74,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(!(((((((((data === "$own") || (data === "$organization")) || (data === "$aws")) || (data === "$vendor")) || (data === "$catalogued")) || (data === "$undeclared")) || (data === "$deployTime")) || (data === "$unnamed")) || (data === "$thirdParty"))){
const err3 = {instancePath,schemaPath:"#/$defs/set/enum",keyword:"enum",params:{allowedValues: schema74.enum},schema:schema74.enum,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema73.if,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate49.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate49.evaluated = {"dynamicProps":false,"dynamicItems":true};

const schema77 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/action"}},"else":{"$ref":"#/$defs/action"}};
const schema78 = {"title":"action","description":"write * or service:Name, with * and ? as wildcards","type":"string","pattern":"^(?:\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"};
const pattern26 = new RegExp("^(?:\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$", "u");

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate51.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema77.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern26.test(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/action/pattern",keyword:"pattern",params:{pattern: "^(?:\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},schema:"^(?:\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/action/type",keyword:"type",params:{type: "string"},schema:schema78.type,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs7 = errors;
if(typeof data === "string"){
if(!pattern26.test(data)){
const err4 = {instancePath,schemaPath:"#/$defs/action/pattern",keyword:"pattern",params:{pattern: "^(?:\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$"},schema:"^(?:\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$",parentSchema:schema78,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath,schemaPath:"#/$defs/action/type",keyword:"type",params:{type: "string"},schema:schema78.type,parentSchema:schema78,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err6 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema77.if,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate51.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate51.evaluated = {"dynamicProps":false,"dynamicItems":true};

const schema81 = {"description":"$absent: the request does not carry the key; $present: it does; $unlisted: it carries a value that no condition of the policy spells out; a text: this value","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/values"}}},"else":{"$ref":"#/$defs/values"}};
const schema82 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/value"}},"else":{"$ref":"#/$defs/value"}};
const schema83 = {"title":"value","description":"write a text, or one of the names $absent, $present, $unlisted","examples":["$absent","$present","$unlisted"],"type":"string","pattern":"^(?:[^$]|$|\\$(?:absent|present|unlisted)$)"};
const pattern28 = new RegExp("^(?:[^$]|$|\\$(?:absent|present|unlisted)$)", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema82.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern28.test(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/value/pattern",keyword:"pattern",params:{pattern: "^(?:[^$]|$|\\$(?:absent|present|unlisted)$)"},schema:"^(?:[^$]|$|\\$(?:absent|present|unlisted)$)",parentSchema:schema83,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/value/type",keyword:"type",params:{type: "string"},schema:schema83.type,parentSchema:schema83,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs7 = errors;
if(typeof data === "string"){
if(!pattern28.test(data)){
const err4 = {instancePath,schemaPath:"#/$defs/value/pattern",keyword:"pattern",params:{pattern: "^(?:[^$]|$|\\$(?:absent|present|unlisted)$)"},schema:"^(?:[^$]|$|\\$(?:absent|present|unlisted)$)",parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath,schemaPath:"#/$defs/value/type",keyword:"type",params:{type: "string"},schema:schema83.type,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err6 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema82.if,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate55.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate55.evaluated = {"dynamicProps":false,"dynamicItems":true};


function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.not === undefined){
const err1 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema81.then.required,parentSchema:schema81.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "not")){
const err2 = {instancePath,schemaPath:"#/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema81.then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.not !== undefined){
if(!(validate55(data.not, {instancePath:instancePath+"/not",parentData:data,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(!(validate55(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
else {
var items1 = validate55.evaluated.items;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema81.if,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate54.errors = vErrors;
evaluated0.props = props0;
evaluated0.items = items1;
return errors === 0;
}
validate54.evaluated = {"dynamicProps":true,"dynamicItems":true};

const pattern30 = new RegExp("^[^\\s:$]+:\\S+$", "u");

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate48.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "caller") || (key0 === "action")) || (key0 === "resource")) || (key0 === "context"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.caller !== undefined){
let data0 = data.caller;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!((((((key1 === "type") || (key1 === "is")) || (key1 === "tenancy")) || (key1 === "alone")) || (key1 === "tenant")) || (key1 === "application"))){
const err1 = {instancePath:instancePath+"/caller",schemaPath:"#/properties/caller/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema72.properties.caller,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.type !== undefined){
let data1 = data0.type;
if(!((((data1 === "account") || (data1 === "service")) || (data1 === "federated")) || (data1 === "anonymous"))){
const err2 = {instancePath:instancePath+"/caller/type",schemaPath:"#/properties/caller/properties/type/enum",keyword:"enum",params:{allowedValues: schema72.properties.caller.properties.type.enum},schema:schema72.properties.caller.properties.type.enum,parentSchema:schema72.properties.caller.properties.type,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.is !== undefined){
if(!(validate49(data0.is, {instancePath:instancePath+"/caller/is",parentData:data0,parentDataProperty:"is",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data0.tenancy !== undefined){
let data3 = data0.tenancy;
if(!((data3 === "single") || (data3 === "multi"))){
const err3 = {instancePath:instancePath+"/caller/tenancy",schemaPath:"#/$defs/tenancy/enum",keyword:"enum",params:{allowedValues: schema76.enum},schema:schema76.enum,parentSchema:schema76,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.alone !== undefined){
let data4 = data0.alone;
if(typeof data4 !== "boolean"){
const err4 = {instancePath:instancePath+"/caller/alone",schemaPath:"#/properties/caller/properties/alone/type",keyword:"type",params:{type: "boolean"},schema:schema72.properties.caller.properties.alone.type,parentSchema:schema72.properties.caller.properties.alone,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.tenant !== undefined){
let data5 = data0.tenant;
if("$unnamed" !== data5){
const err5 = {instancePath:instancePath+"/caller/tenant",schemaPath:"#/properties/caller/properties/tenant/const",keyword:"const",params:{allowedValue: "$unnamed"},schema:"$unnamed",parentSchema:schema72.properties.caller.properties.tenant,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.application !== undefined){
let data6 = data0.application;
if("$unnamed" !== data6){
const err6 = {instancePath:instancePath+"/caller/application",schemaPath:"#/properties/caller/properties/application/const",keyword:"const",params:{allowedValue: "$unnamed"},schema:"$unnamed",parentSchema:schema72.properties.caller.properties.application,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/caller",schemaPath:"#/properties/caller/type",keyword:"type",params:{type: "object"},schema:schema72.properties.caller.type,parentSchema:schema72.properties.caller,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.action !== undefined){
if(!(validate51(data.action, {instancePath:instancePath+"/action",parentData:data,parentDataProperty:"action",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.resource !== undefined){
let data8 = data.resource;
const _errs15 = errors;
let valid3 = true;
const _errs16 = errors;
if(!(data8 && typeof data8 == "object" && !Array.isArray(data8))){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const _errs18 = errors;
const _errs19 = errors;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing0;
if((data8.not === undefined) && (missing0 = "not")){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var valid4 = _errs19 === errors;
if(valid4){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs16 === errors;
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs20 = errors;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length < 1){
const err11 = {instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/then/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema72.properties.resource.then,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key2 in data8){
if(!(((key2 === "of") || (key2 === "tenancy")) || (key2 === "name"))){
const err12 = {instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema72.properties.resource.then,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data8.of !== undefined){
if(!(validate49(data8.of, {instancePath:instancePath+"/resource/of",parentData:data8,parentDataProperty:"of",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data8.tenancy !== undefined){
let data10 = data8.tenancy;
if(!((data10 === "single") || (data10 === "multi"))){
const err13 = {instancePath:instancePath+"/resource/tenancy",schemaPath:"#/$defs/tenancy/enum",keyword:"enum",params:{allowedValues: schema76.enum},schema:schema76.enum,parentSchema:schema76,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data8.name !== undefined){
let data11 = data8.name;
if("$unlisted" !== data11){
const err14 = {instancePath:instancePath+"/resource/name",schemaPath:"#/properties/resource/then/properties/name/const",keyword:"const",params:{allowedValue: "$unlisted"},schema:"$unlisted",parentSchema:schema72.properties.resource.then.properties.name,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
var _valid0 = _errs20 === errors;
valid3 = _valid0;
if(valid3){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs26 = errors;
if(!(validate54(data8, {instancePath:instancePath+"/resource",parentData:data,parentDataProperty:"resource",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
else {
var props1 = validate54.evaluated.props;
}
var _valid0 = _errs26 === errors;
valid3 = _valid0;
if(valid3){
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
}
ifClause0 = "else";
}
if(!valid3){
const err15 = {instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema72.properties.resource.if,parentSchema:schema72.properties.resource,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.context !== undefined){
let data12 = data.context;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key3 in data12){
if(!(pattern30.test(key3))){
const err16 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema72.properties.context,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
for(const key4 in data12){
if(pattern30.test(key4)){
if(!(validate54(data12[key4], {instancePath:instancePath+"/context/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data12,parentDataProperty:key4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
}
else {
const err17 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "object"},schema:schema72.properties.context.type,parentSchema:schema72.properties.context,data:data12};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema72.type,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}
validate48.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate47.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.request === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "request"},schema:schema71.required,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.message === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"},schema:schema71.required,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "request") || (key0 === "message")) || (key0 === "given")) || (key0 === "answer")) || (key0 === "severity"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.request !== undefined){
if(!(validate48(data.request, {instancePath:instancePath+"/request",parentData:data,parentDataProperty:"request",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
if(data.message !== undefined){
let data1 = data.message;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err3 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/message/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema66,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/message/type",keyword:"type",params:{type: "string"},schema:schema66.type,parentSchema:schema66,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.given !== undefined){
let data2 = data.given;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err5 = {instancePath:instancePath+"/given",schemaPath:"#/$defs/given/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema86,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "audience") || (key1 === "vendors")) || (key1 === "tenancy"))){
const err6 = {instancePath:instancePath+"/given",schemaPath:"#/$defs/given/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema86,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.audience !== undefined){
let data3 = data2.audience;
if(!((data3 === "self") || (data3 === "customers"))){
const err7 = {instancePath:instancePath+"/given/audience",schemaPath:"#/$defs/given/properties/audience/enum",keyword:"enum",params:{allowedValues: schema86.properties.audience.enum},schema:schema86.properties.audience.enum,parentSchema:schema86.properties.audience,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.vendors !== undefined){
let data4 = data2.vendors;
if(!((data4 === "declared") || (data4 === "none"))){
const err8 = {instancePath:instancePath+"/given/vendors",schemaPath:"#/$defs/given/properties/vendors/enum",keyword:"enum",params:{allowedValues: schema86.properties.vendors.enum},schema:schema86.properties.vendors.enum,parentSchema:schema86.properties.vendors,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.tenancy !== undefined){
let data5 = data2.tenancy;
if(!((data5 === "said") || (data5 === "unsaid"))){
const err9 = {instancePath:instancePath+"/given/tenancy",schemaPath:"#/$defs/given/properties/tenancy/enum",keyword:"enum",params:{allowedValues: schema86.properties.tenancy.enum},schema:schema86.properties.tenancy.enum,parentSchema:schema86.properties.tenancy,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/given",schemaPath:"#/$defs/given/type",keyword:"type",params:{type: "object"},schema:schema86.type,parentSchema:schema86,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.answer !== undefined){
let data6 = data.answer;
if(!((data6 === "finding") || (data6 === "unknown"))){
const err11 = {instancePath:instancePath+"/answer",schemaPath:"#/properties/answer/enum",keyword:"enum",params:{allowedValues: schema71.properties.answer.enum},schema:schema71.properties.answer.enum,parentSchema:schema71.properties.answer,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.severity !== undefined){
let data7 = data.severity;
if(!((((data7 === "low") || (data7 === "medium")) || (data7 === "high")) || (data7 === "critical"))){
const err12 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema65.enum},schema:schema65.enum,parentSchema:schema65,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema71.type,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}
validate47.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema88 = {"description":"what must hold of the grants that it speaks of","type":"object","additionalProperties":false,"required":["where","must","message"],"properties":{"where":{"description":"the grants that are asked; {} is all of them","$ref":"#/$defs/facts"},"must":{"description":"what holds of them","$ref":"#/$defs/facts","minProperties":1},"message":{"$ref":"#/$defs/message"},"given":{"$ref":"#/$defs/given"}}};
const schema89 = {"description":"facts about a grant; a list is or, `not` is not","type":"object","additionalProperties":false,"properties":{"principal":{"description":"the form of the principal as it is written","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/principalForms"}}},"else":{"$ref":"#/$defs/principalForms"}},"caller":{"description":"one of those whom the grant lets in, of whom `tenancy` and `catalogueTenancy` speak as well","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/sets"}}},"else":{"$ref":"#/$defs/sets"}},"tenancy":{"description":"of the caller, if it is a third party","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/tenancies"}}},"else":{"$ref":"#/$defs/tenancies"}},"catalogueTenancy":{"description":"what the built-in catalogue says of the caller's tenancy, whatever else is said","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/tenancies"}}},"else":{"$ref":"#/$defs/tenancies"}},"admits":{"description":"all whom the grant lets in","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/sets"}}},"else":{"$ref":"#/$defs/sets"}},"scopedBy":{"description":"the condition keys that hold the caller","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/conditionKeys"}}},"else":{"$ref":"#/$defs/conditionKeys"}},"externalId":{"description":"what the requests of third parties must carry as sts:ExternalId","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/externalIds"}}},"else":{"$ref":"#/$defs/externalIds"}},"flaw":{"description":"what IAM refuses the policy for","if":{"type":"object"},"then":{"additionalProperties":false,"required":["not"],"properties":{"not":{"$ref":"#/$defs/flaws"}}},"else":{"$ref":"#/$defs/flaws"}}}};
const schema90 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/principalForm"}},"else":{"$ref":"#/$defs/principalForm"}};
const schema91 = {"description":"anyone: *; account: an account, by its id or root; session: an assumed role or federated user; parameter: deployment decides all of it, and may decide *; malformed: none that IAM knows","enum":["anyone","account","role","user","session","federated","service","unique-id","parameter","malformed"]};

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate65.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema90.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!((((((((((data0 === "anyone") || (data0 === "account")) || (data0 === "role")) || (data0 === "user")) || (data0 === "session")) || (data0 === "federated")) || (data0 === "service")) || (data0 === "unique-id")) || (data0 === "parameter")) || (data0 === "malformed"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/principalForm/enum",keyword:"enum",params:{allowedValues: schema91.enum},schema:schema91.enum,parentSchema:schema91,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(!((((((((((data === "anyone") || (data === "account")) || (data === "role")) || (data === "user")) || (data === "session")) || (data === "federated")) || (data === "service")) || (data === "unique-id")) || (data === "parameter")) || (data === "malformed"))){
const err3 = {instancePath,schemaPath:"#/$defs/principalForm/enum",keyword:"enum",params:{allowedValues: schema91.enum},schema:schema91.enum,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema90.if,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate65.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate65.evaluated = {"dynamicProps":false,"dynamicItems":true};

const schema93 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/tenancy"}},"else":{"$ref":"#/$defs/tenancy"}};

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate70.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema93.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!((data0 === "single") || (data0 === "multi"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/tenancy/enum",keyword:"enum",params:{allowedValues: schema76.enum},schema:schema76.enum,parentSchema:schema76,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(!((data === "single") || (data === "multi"))){
const err3 = {instancePath,schemaPath:"#/$defs/tenancy/enum",keyword:"enum",params:{allowedValues: schema76.enum},schema:schema76.enum,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema93.if,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate70.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate70.evaluated = {"dynamicProps":false,"dynamicItems":true};

const schema96 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/conditionKey"}},"else":{"$ref":"#/$defs/conditionKey"}};
const schema97 = {"title":"condition key","description":"a condition key is a prefix, a colon and a name, such as \"sts:ExternalId\"","type":"string","pattern":"^[^\\s:$]+:\\S+$"};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate77.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema96.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern30.test(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/conditionKey/pattern",keyword:"pattern",params:{pattern: "^[^\\s:$]+:\\S+$"},schema:"^[^\\s:$]+:\\S+$",parentSchema:schema97,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/conditionKey/type",keyword:"type",params:{type: "string"},schema:schema97.type,parentSchema:schema97,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs7 = errors;
if(typeof data === "string"){
if(!pattern30.test(data)){
const err4 = {instancePath,schemaPath:"#/$defs/conditionKey/pattern",keyword:"pattern",params:{pattern: "^[^\\s:$]+:\\S+$"},schema:"^[^\\s:$]+:\\S+$",parentSchema:schema97,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath,schemaPath:"#/$defs/conditionKey/type",keyword:"type",params:{type: "string"},schema:schema97.type,parentSchema:schema97,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err6 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema96.if,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate77.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate77.evaluated = {"dynamicProps":false,"dynamicItems":true};

const schema99 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/externalId"}},"else":{"$ref":"#/$defs/externalId"}};
const schema100 = {"description":"where the id comes from (none: none is demanded), and what is wrong with it: sample (a placeholder), vendor (its name or account), foreign (not of the form that the vendor's ids have), open (a parameter that may be too short)","enum":["none","literal","default","parameter","computed","pattern","caller","sample","vendor","foreign","open"]};

function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate80.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema99.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!(((((((((((data0 === "none") || (data0 === "literal")) || (data0 === "default")) || (data0 === "parameter")) || (data0 === "computed")) || (data0 === "pattern")) || (data0 === "caller")) || (data0 === "sample")) || (data0 === "vendor")) || (data0 === "foreign")) || (data0 === "open"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/externalId/enum",keyword:"enum",params:{allowedValues: schema100.enum},schema:schema100.enum,parentSchema:schema100,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(!(((((((((((data === "none") || (data === "literal")) || (data === "default")) || (data === "parameter")) || (data === "computed")) || (data === "pattern")) || (data === "caller")) || (data === "sample")) || (data === "vendor")) || (data === "foreign")) || (data === "open"))){
const err3 = {instancePath,schemaPath:"#/$defs/externalId/enum",keyword:"enum",params:{allowedValues: schema100.enum},schema:schema100.enum,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema99.if,parentSchema:schema99,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate80.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate80.evaluated = {"dynamicProps":false,"dynamicItems":true};

const schema102 = {"if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/$defs/flaw"}},"else":{"$ref":"#/$defs/flaw"}};
const schema103 = {"description":"what IAM refuses a policy for, or reads otherwise than it is written; none: nothing","enum":["none","principal-star","not-principal","wildcard-in-principal","malformed-principal","group-principal","placeholder","number-as-account","number-as-text","resource-in-trust-policy","unknown-element","one-of-a-pair","sid-twice","duplicate-key","sid-characters","missing-element","unknown-operator","unknown-effect","unknown-version","malformed-value","empty-document"]};

function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate83.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema102.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!(((((((((((((((((((((data0 === "none") || (data0 === "principal-star")) || (data0 === "not-principal")) || (data0 === "wildcard-in-principal")) || (data0 === "malformed-principal")) || (data0 === "group-principal")) || (data0 === "placeholder")) || (data0 === "number-as-account")) || (data0 === "number-as-text")) || (data0 === "resource-in-trust-policy")) || (data0 === "unknown-element")) || (data0 === "one-of-a-pair")) || (data0 === "sid-twice")) || (data0 === "duplicate-key")) || (data0 === "sid-characters")) || (data0 === "missing-element")) || (data0 === "unknown-operator")) || (data0 === "unknown-effect")) || (data0 === "unknown-version")) || (data0 === "malformed-value")) || (data0 === "empty-document"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/flaw/enum",keyword:"enum",params:{allowedValues: schema103.enum},schema:schema103.enum,parentSchema:schema103,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var items0 = true;
}
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(!(((((((((((((((((((((data === "none") || (data === "principal-star")) || (data === "not-principal")) || (data === "wildcard-in-principal")) || (data === "malformed-principal")) || (data === "group-principal")) || (data === "placeholder")) || (data === "number-as-account")) || (data === "number-as-text")) || (data === "resource-in-trust-policy")) || (data === "unknown-element")) || (data === "one-of-a-pair")) || (data === "sid-twice")) || (data === "duplicate-key")) || (data === "sid-characters")) || (data === "missing-element")) || (data === "unknown-operator")) || (data === "unknown-effect")) || (data === "unknown-version")) || (data === "malformed-value")) || (data === "empty-document"))){
const err3 = {instancePath,schemaPath:"#/$defs/flaw/enum",keyword:"enum",params:{allowedValues: schema103.enum},schema:schema103.enum,parentSchema:schema103,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema102.if,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate83.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate83.evaluated = {"dynamicProps":false,"dynamicItems":true};


function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate64.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "principal") || (key0 === "caller")) || (key0 === "tenancy")) || (key0 === "catalogueTenancy")) || (key0 === "admits")) || (key0 === "scopedBy")) || (key0 === "externalId")) || (key0 === "flaw"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.principal !== undefined){
let data0 = data.principal;
const _errs3 = errors;
let valid1 = true;
const _errs4 = errors;
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs4 === errors;
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs6 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.not === undefined){
const err2 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema89.properties.principal.then.required,parentSchema:schema89.properties.principal.then,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data0){
if(!(key1 === "not")){
const err3 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema89.properties.principal.then,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.not !== undefined){
if(!(validate65(data0.not, {instancePath:instancePath+"/principal/not",parentData:data0,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
}
}
var _valid0 = _errs6 === errors;
valid1 = _valid0;
ifClause0 = "then";
}
else {
const _errs9 = errors;
if(!(validate65(data0, {instancePath:instancePath+"/principal",parentData:data,parentDataProperty:"principal",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var _valid0 = _errs9 === errors;
valid1 = _valid0;
ifClause0 = "else";
}
if(!valid1){
const err4 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema89.properties.principal.if,parentSchema:schema89.properties.principal,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.caller !== undefined){
let data2 = data.caller;
const _errs11 = errors;
let valid3 = true;
const _errs12 = errors;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid1 = _errs12 === errors;
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs14 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.not === undefined){
const err6 = {instancePath:instancePath+"/caller",schemaPath:"#/properties/caller/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema89.properties.caller.then.required,parentSchema:schema89.properties.caller.then,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key2 in data2){
if(!(key2 === "not")){
const err7 = {instancePath:instancePath+"/caller",schemaPath:"#/properties/caller/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema89.properties.caller.then,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.not !== undefined){
if(!(validate49(data2.not, {instancePath:instancePath+"/caller/not",parentData:data2,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
var _valid1 = _errs14 === errors;
valid3 = _valid1;
ifClause1 = "then";
}
else {
const _errs17 = errors;
if(!(validate49(data2, {instancePath:instancePath+"/caller",parentData:data,parentDataProperty:"caller",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
var _valid1 = _errs17 === errors;
valid3 = _valid1;
ifClause1 = "else";
}
if(!valid3){
const err8 = {instancePath:instancePath+"/caller",schemaPath:"#/properties/caller/if",keyword:"if",params:{failingKeyword: ifClause1},schema:schema89.properties.caller.if,parentSchema:schema89.properties.caller,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.tenancy !== undefined){
let data4 = data.tenancy;
const _errs19 = errors;
let valid5 = true;
const _errs20 = errors;
if(!(data4 && typeof data4 == "object" && !Array.isArray(data4))){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid2 = _errs20 === errors;
errors = _errs19;
if(vErrors !== null){
if(_errs19){
vErrors.length = _errs19;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs22 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.not === undefined){
const err10 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema89.properties.tenancy.then.required,parentSchema:schema89.properties.tenancy.then,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key3 in data4){
if(!(key3 === "not")){
const err11 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema89.properties.tenancy.then,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4.not !== undefined){
if(!(validate70(data4.not, {instancePath:instancePath+"/tenancy/not",parentData:data4,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
}
var _valid2 = _errs22 === errors;
valid5 = _valid2;
ifClause2 = "then";
}
else {
const _errs25 = errors;
if(!(validate70(data4, {instancePath:instancePath+"/tenancy",parentData:data,parentDataProperty:"tenancy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
var _valid2 = _errs25 === errors;
valid5 = _valid2;
ifClause2 = "else";
}
if(!valid5){
const err12 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/if",keyword:"if",params:{failingKeyword: ifClause2},schema:schema89.properties.tenancy.if,parentSchema:schema89.properties.tenancy,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.catalogueTenancy !== undefined){
let data6 = data.catalogueTenancy;
const _errs27 = errors;
let valid7 = true;
const _errs28 = errors;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid3 = _errs28 === errors;
errors = _errs27;
if(vErrors !== null){
if(_errs27){
vErrors.length = _errs27;
}
else {
vErrors = null;
}
}
let ifClause3;
if(_valid3){
const _errs30 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.not === undefined){
const err14 = {instancePath:instancePath+"/catalogueTenancy",schemaPath:"#/properties/catalogueTenancy/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema89.properties.catalogueTenancy.then.required,parentSchema:schema89.properties.catalogueTenancy.then,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key4 in data6){
if(!(key4 === "not")){
const err15 = {instancePath:instancePath+"/catalogueTenancy",schemaPath:"#/properties/catalogueTenancy/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema89.properties.catalogueTenancy.then,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.not !== undefined){
if(!(validate70(data6.not, {instancePath:instancePath+"/catalogueTenancy/not",parentData:data6,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
}
var _valid3 = _errs30 === errors;
valid7 = _valid3;
ifClause3 = "then";
}
else {
const _errs33 = errors;
if(!(validate70(data6, {instancePath:instancePath+"/catalogueTenancy",parentData:data,parentDataProperty:"catalogueTenancy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
var _valid3 = _errs33 === errors;
valid7 = _valid3;
ifClause3 = "else";
}
if(!valid7){
const err16 = {instancePath:instancePath+"/catalogueTenancy",schemaPath:"#/properties/catalogueTenancy/if",keyword:"if",params:{failingKeyword: ifClause3},schema:schema89.properties.catalogueTenancy.if,parentSchema:schema89.properties.catalogueTenancy,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.admits !== undefined){
let data8 = data.admits;
const _errs35 = errors;
let valid9 = true;
const _errs36 = errors;
if(!(data8 && typeof data8 == "object" && !Array.isArray(data8))){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid4 = _errs36 === errors;
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
let ifClause4;
if(_valid4){
const _errs38 = errors;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.not === undefined){
const err18 = {instancePath:instancePath+"/admits",schemaPath:"#/properties/admits/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema89.properties.admits.then.required,parentSchema:schema89.properties.admits.then,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key5 in data8){
if(!(key5 === "not")){
const err19 = {instancePath:instancePath+"/admits",schemaPath:"#/properties/admits/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema89.properties.admits.then,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.not !== undefined){
if(!(validate49(data8.not, {instancePath:instancePath+"/admits/not",parentData:data8,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
var _valid4 = _errs38 === errors;
valid9 = _valid4;
ifClause4 = "then";
}
else {
const _errs41 = errors;
if(!(validate49(data8, {instancePath:instancePath+"/admits",parentData:data,parentDataProperty:"admits",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
var _valid4 = _errs41 === errors;
valid9 = _valid4;
ifClause4 = "else";
}
if(!valid9){
const err20 = {instancePath:instancePath+"/admits",schemaPath:"#/properties/admits/if",keyword:"if",params:{failingKeyword: ifClause4},schema:schema89.properties.admits.if,parentSchema:schema89.properties.admits,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.scopedBy !== undefined){
let data10 = data.scopedBy;
const _errs43 = errors;
let valid11 = true;
const _errs44 = errors;
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var _valid5 = _errs44 === errors;
errors = _errs43;
if(vErrors !== null){
if(_errs43){
vErrors.length = _errs43;
}
else {
vErrors = null;
}
}
let ifClause5;
if(_valid5){
const _errs46 = errors;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.not === undefined){
const err22 = {instancePath:instancePath+"/scopedBy",schemaPath:"#/properties/scopedBy/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema89.properties.scopedBy.then.required,parentSchema:schema89.properties.scopedBy.then,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key6 in data10){
if(!(key6 === "not")){
const err23 = {instancePath:instancePath+"/scopedBy",schemaPath:"#/properties/scopedBy/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},schema:false,parentSchema:schema89.properties.scopedBy.then,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data10.not !== undefined){
if(!(validate77(data10.not, {instancePath:instancePath+"/scopedBy/not",parentData:data10,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
}
var _valid5 = _errs46 === errors;
valid11 = _valid5;
ifClause5 = "then";
}
else {
const _errs49 = errors;
if(!(validate77(data10, {instancePath:instancePath+"/scopedBy",parentData:data,parentDataProperty:"scopedBy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
var _valid5 = _errs49 === errors;
valid11 = _valid5;
ifClause5 = "else";
}
if(!valid11){
const err24 = {instancePath:instancePath+"/scopedBy",schemaPath:"#/properties/scopedBy/if",keyword:"if",params:{failingKeyword: ifClause5},schema:schema89.properties.scopedBy.if,parentSchema:schema89.properties.scopedBy,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.externalId !== undefined){
let data12 = data.externalId;
const _errs51 = errors;
let valid13 = true;
const _errs52 = errors;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
const err25 = {};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid6 = _errs52 === errors;
errors = _errs51;
if(vErrors !== null){
if(_errs51){
vErrors.length = _errs51;
}
else {
vErrors = null;
}
}
let ifClause6;
if(_valid6){
const _errs54 = errors;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.not === undefined){
const err26 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema89.properties.externalId.then.required,parentSchema:schema89.properties.externalId.then,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key7 in data12){
if(!(key7 === "not")){
const err27 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema89.properties.externalId.then,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data12.not !== undefined){
if(!(validate80(data12.not, {instancePath:instancePath+"/externalId/not",parentData:data12,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
}
var _valid6 = _errs54 === errors;
valid13 = _valid6;
ifClause6 = "then";
}
else {
const _errs57 = errors;
if(!(validate80(data12, {instancePath:instancePath+"/externalId",parentData:data,parentDataProperty:"externalId",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var _valid6 = _errs57 === errors;
valid13 = _valid6;
ifClause6 = "else";
}
if(!valid13){
const err28 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/if",keyword:"if",params:{failingKeyword: ifClause6},schema:schema89.properties.externalId.if,parentSchema:schema89.properties.externalId,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.flaw !== undefined){
let data14 = data.flaw;
const _errs59 = errors;
let valid15 = true;
const _errs60 = errors;
if(!(data14 && typeof data14 == "object" && !Array.isArray(data14))){
const err29 = {};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid7 = _errs60 === errors;
errors = _errs59;
if(vErrors !== null){
if(_errs59){
vErrors.length = _errs59;
}
else {
vErrors = null;
}
}
let ifClause7;
if(_valid7){
const _errs62 = errors;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.not === undefined){
const err30 = {instancePath:instancePath+"/flaw",schemaPath:"#/properties/flaw/then/required",keyword:"required",params:{missingProperty: "not"},schema:schema89.properties.flaw.then.required,parentSchema:schema89.properties.flaw.then,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key8 in data14){
if(!(key8 === "not")){
const err31 = {instancePath:instancePath+"/flaw",schemaPath:"#/properties/flaw/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},schema:false,parentSchema:schema89.properties.flaw.then,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data14.not !== undefined){
if(!(validate83(data14.not, {instancePath:instancePath+"/flaw/not",parentData:data14,parentDataProperty:"not",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
}
var _valid7 = _errs62 === errors;
valid15 = _valid7;
ifClause7 = "then";
}
else {
const _errs65 = errors;
if(!(validate83(data14, {instancePath:instancePath+"/flaw",parentData:data,parentDataProperty:"flaw",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
var _valid7 = _errs65 === errors;
valid15 = _valid7;
ifClause7 = "else";
}
if(!valid15){
const err32 = {instancePath:instancePath+"/flaw",schemaPath:"#/properties/flaw/if",keyword:"if",params:{failingKeyword: ifClause7},schema:schema89.properties.flaw.if,parentSchema:schema89.properties.flaw,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema89.type,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate64.errors = vErrors;
return errors === 0;
}
validate64.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate63.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.where === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "where"},schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.must === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "must"},schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.message === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"},schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "where") || (key0 === "must")) || (key0 === "message")) || (key0 === "given"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.where !== undefined){
if(!(validate64(data.where, {instancePath:instancePath+"/where",parentData:data,parentDataProperty:"where",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data.must !== undefined){
let data1 = data.must;
if(!(validate64(data1, {instancePath:instancePath+"/must",parentData:data,parentDataProperty:"must",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err4 = {instancePath:instancePath+"/must",schemaPath:"#/properties/must/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema88.properties.must,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.message !== undefined){
let data2 = data.message;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err5 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/message/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema66,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/message",schemaPath:"#/$defs/message/type",keyword:"type",params:{type: "string"},schema:schema66.type,parentSchema:schema66,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.given !== undefined){
let data3 = data.given;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err7 = {instancePath:instancePath+"/given",schemaPath:"#/$defs/given/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema86,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data3){
if(!(((key1 === "audience") || (key1 === "vendors")) || (key1 === "tenancy"))){
const err8 = {instancePath:instancePath+"/given",schemaPath:"#/$defs/given/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema86,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.audience !== undefined){
let data4 = data3.audience;
if(!((data4 === "self") || (data4 === "customers"))){
const err9 = {instancePath:instancePath+"/given/audience",schemaPath:"#/$defs/given/properties/audience/enum",keyword:"enum",params:{allowedValues: schema86.properties.audience.enum},schema:schema86.properties.audience.enum,parentSchema:schema86.properties.audience,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.vendors !== undefined){
let data5 = data3.vendors;
if(!((data5 === "declared") || (data5 === "none"))){
const err10 = {instancePath:instancePath+"/given/vendors",schemaPath:"#/$defs/given/properties/vendors/enum",keyword:"enum",params:{allowedValues: schema86.properties.vendors.enum},schema:schema86.properties.vendors.enum,parentSchema:schema86.properties.vendors,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.tenancy !== undefined){
let data6 = data3.tenancy;
if(!((data6 === "said") || (data6 === "unsaid"))){
const err11 = {instancePath:instancePath+"/given/tenancy",schemaPath:"#/$defs/given/properties/tenancy/enum",keyword:"enum",params:{allowedValues: schema86.properties.tenancy.enum},schema:schema86.properties.tenancy.enum,parentSchema:schema86.properties.tenancy,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/given",schemaPath:"#/$defs/given/type",keyword:"type",params:{type: "object"},schema:schema86.type,parentSchema:schema86,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema88.type,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}
validate63.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema107 = {"$ref":"#/$defs/example","required":["at"]};
const schema108 = {"type":"object","additionalProperties":false,"required":["name","policy"],"properties":{"name":{"description":"what the example shows, in a few words","$ref":"#/$defs/text"},"policy":{"description":"a bare IAM policy; it may hold {Ref: P}, {Fn::Sub: \"...\"}, {Fn::If: [C, a, b]} and {$unknown: why}","type":"object"},"carrier":{"description":"of a resource policy: the service whose resource has it, by the prefix of its actions; a bucket of s3, if left out","examples":["s3","sqs","sns","kms"],"type":"string","pattern":"^[a-z0-9-]+$"},"at":{"title":"JSON Pointer","description":"write where in the policy the finding points, such as /Statement/0/Principal/AWS","type":"string","pattern":"^(?:/(?:[^~/]|~[01])*)+$"},"config":{"description":"laid over the configuration that examples run under: own account 999988887777, organization o-own1234567, the vendors ExampleSingle (single-tenant, 111122223333) and ExampleMulti (multi-tenant, 444455556666)","$ref":"config.schema.json"},"parameters":{"description":"parameters and variables that the policy refers to","type":"object","additionalProperties":{"$ref":"#/$defs/parameter"}}}};
const schema110 = {"type":"object","additionalProperties":false,"properties":{"default":{"description":"the value that deployment takes if it is given none","type":"string"},"allowedValues":{"description":"the only values that deployment may give","type":"array","minItems":1,"items":{"type":"string"}},"allowedPattern":{"description":"a regular expression that every value matches as a whole","type":"string"},"list":{"description":"true: the parameter is a list of texts","type":"boolean","default":false}}};
const pattern37 = new RegExp("^[a-z0-9-]+$", "u");
const pattern38 = new RegExp("^(?:/(?:[^~/]|~[01])*)+$", "u");
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$comment":"Error messages read these annotations out: a title says what a value is (\"not an account id\"), a description what to write.","title":"unconfused.yaml","description":"Who you are, which vendors you let in, and how strictly to judge.","type":"object","additionalProperties":false,"properties":{"tenancy":{"$ref":"#/$defs/tenancy"},"audience":{"$ref":"#/$defs/audience"},"inline":{"description":"false: ignore metadata and comments in the input, for templates that others wrote","type":"boolean","default":true},"failOn":{"description":"the lowest severity that makes the exit code 1","enum":["low","medium","high","critical","never"],"default":"medium"},"strict":{"description":"true: what cannot be told counts as a finding of severity medium","type":"boolean","default":false},"accounts":{"$ref":"#/$defs/accounts"},"organizationIds":{"$ref":"#/$defs/organizationIds"},"vendors":{"$ref":"#/$defs/vendors"},"parameters":{"$ref":"#/$defs/parameters"},"rules":{"$ref":"#/$defs/rules"},"extends":{"description":"files and folders with more rules, relative to this file","type":"array","items":{"$ref":"#/$defs/text"}},"exclude":{"description":"files that are not read, as glob patterns on the path relative to this file","type":"array","items":{"$ref":"#/$defs/glob"}},"scopes":{"description":"settings by path: lists add to those of the whole file, single values replace them; later scopes count after earlier ones","type":"array","items":{"$ref":"#/$defs/scope"}},"ignore":{"description":"findings that are accepted","type":"array","items":{"$ref":"#/$defs/ignore"}}},"$defs":{"text":{"title":"text","description":"write some text; in quotes it cannot be taken for anything else","type":"string","pattern":"\\S"},"glob":{"title":"path pattern","description":"write a glob pattern of at most 1000 characters","type":"string","pattern":"^(?=.*\\S).{1,1000}$"},"tenancy":{"description":"how to treat a third party that nobody declared: single, its account serves you alone; multi, it serves many customers","enum":["single","multi"],"default":"multi"},"audience":{"description":"self: infrastructure for your own accounts; customers: templates that you publish","enum":["self","customers"],"default":"self"},"accountId":{"title":"account id","description":"an account id is twelve digits in quotes","type":"string","pattern":"^[0-9]{12}$"},"accounts":{"description":"accounts that are yours","type":"object","additionalProperties":false,"properties":{"own":{"description":"accounts that the checked roles live in","type":"array","items":{"$ref":"#/$defs/accountId"}},"organization":{"description":"other accounts of your organization","type":"array","items":{"$ref":"#/$defs/accountId"}},"organizationParameters":{"description":"parameters and variables by name, and attributes by address (* is any run of characters), that carry accounts of yours","type":"array","items":{"$ref":"#/$defs/text"}}}},"organizationIds":{"description":"your AWS Organizations","type":"array","items":{"title":"organization id","description":"an organization id is \"o-\" and 10 to 32 lower-case letters or digits","type":"string","pattern":"^o-[a-z0-9]{10,32}$"}},"vendors":{"description":"third parties that you let in","type":"array","items":{"$ref":"#/$defs/vendor"}},"vendor":{"type":"object","additionalProperties":false,"required":["name","tenancy"],"properties":{"name":{"description":"what findings call the vendor","$ref":"#/$defs/text"},"tenancy":{"description":"single: the vendor keeps an account for you alone; multi: its accounts serve many customers","enum":["single","multi"]},"accounts":{"description":"the vendor's accounts; of a single-tenant vendor, the accounts dedicated to you","type":"array","items":{"$ref":"#/$defs/accountId"}},"accountParameters":{"description":"parameters and root variables by name, and attributes by address (snowflake_storage_integration.*.storage_aws_iam_user_arn; * is any run of characters), that carry the vendor's account or an ARN in it","type":"array","items":{"$ref":"#/$defs/text"}}}},"parameters":{"description":"deploy-time values of parameters and variables, by name","type":"object"},"rules":{"description":"severities by rule id; off and false switch a rule off. Without a severity here a rule has its own, or the one that the preset gives it","type":"object","properties":{"preset":{"description":"trust: what roles trust, federation and public resources have their severities, and all other rules are low; all: every rule has its own","enum":["trust","all"],"default":"trust"}},"additionalProperties":{"$ref":"#/$defs/ruleSetting"}},"ruleSetting":{"if":{"type":"object"},"then":{"additionalProperties":false,"properties":{"severity":{"$ref":"#/$defs/ruleSeverity"},"ignorable":{"description":"false: nothing in the input or in this file may suppress the rule","type":"boolean","default":true}}},"else":{"$ref":"#/$defs/ruleSeverity"}},"ruleSeverity":{"description":"off and false switch the rule off","enum":["off",false,"low","medium","high","critical"]},"files":{"description":"glob patterns on the path relative to this file","type":"array","minItems":1,"items":{"$ref":"#/$defs/glob"}},"scope":{"type":"object","additionalProperties":false,"required":["files"],"properties":{"files":{"$ref":"#/$defs/files"},"tenancy":{"$ref":"#/$defs/tenancy"},"audience":{"$ref":"#/$defs/audience"},"accounts":{"$ref":"#/$defs/accounts"},"organizationIds":{"$ref":"#/$defs/organizationIds"},"vendors":{"$ref":"#/$defs/vendors"},"parameters":{"$ref":"#/$defs/parameters"},"rules":{"$ref":"#/$defs/rules"}}},"ignore":{"type":"object","additionalProperties":false,"required":["rule","reason"],"properties":{"rule":{"description":"the id of the rule","$ref":"#/$defs/text"},"files":{"$ref":"#/$defs/files"},"resource":{"description":"logical id, Terraform address or construct path; * is any run of characters","$ref":"#/$defs/text"},"reason":{"title":"reason","description":"say why the finding is accepted, for whoever reads this next","type":"string","pattern":"\\S"},"until":{"title":"date","description":"write the last day on which the entry counts as YYYY-MM-DD","type":"string","pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"}}}}};
const schema32 = {"description":"how to treat a third party that nobody declared: single, its account serves you alone; multi, it serves many customers","enum":["single","multi"],"default":"multi"};
const schema33 = {"description":"self: infrastructure for your own accounts; customers: templates that you publish","enum":["self","customers"],"default":"self"};
const schema38 = {"description":"your AWS Organizations","type":"array","items":{"title":"organization id","description":"an organization id is \"o-\" and 10 to 32 lower-case letters or digits","type":"string","pattern":"^o-[a-z0-9]{10,32}$"}};
const schema44 = {"description":"deploy-time values of parameters and variables, by name","type":"object"};
const schema37 = {"title":"text","description":"write some text; in quotes it cannot be taken for anything else","type":"string","pattern":"\\S"};
const schema50 = {"title":"path pattern","description":"write a glob pattern of at most 1000 characters","type":"string","pattern":"^(?=.*\\S).{1,1000}$"};
const schema34 = {"description":"accounts that are yours","type":"object","additionalProperties":false,"properties":{"own":{"description":"accounts that the checked roles live in","type":"array","items":{"$ref":"#/$defs/accountId"}},"organization":{"description":"other accounts of your organization","type":"array","items":{"$ref":"#/$defs/accountId"}},"organizationParameters":{"description":"parameters and variables by name, and attributes by address (* is any run of characters), that carry accounts of yours","type":"array","items":{"$ref":"#/$defs/text"}}}};
const schema35 = {"title":"account id","description":"an account id is twelve digits in quotes","type":"string","pattern":"^[0-9]{12}$"};
const pattern4 = new RegExp("^[0-9]{12}$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "own") || (key0 === "organization")) || (key0 === "organizationParameters"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.own !== undefined){
let data0 = data.own;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err1 = {instancePath:instancePath+"/own/" + i0,schemaPath:"#/$defs/accountId/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},schema:"^[0-9]{12}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/own/" + i0,schemaPath:"#/$defs/accountId/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/own",schemaPath:"#/properties/own/type",keyword:"type",params:{type: "array"},schema:schema34.properties.own.type,parentSchema:schema34.properties.own,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.organization !== undefined){
let data2 = data.organization;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err4 = {instancePath:instancePath+"/organization/" + i1,schemaPath:"#/$defs/accountId/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},schema:"^[0-9]{12}$",parentSchema:schema35,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/organization/" + i1,schemaPath:"#/$defs/accountId/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type: "array"},schema:schema34.properties.organization.type,parentSchema:schema34.properties.organization,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.organizationParameters !== undefined){
let data4 = data.organizationParameters;
if(Array.isArray(data4)){
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
let data5 = data4[i2];
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
const err7 = {instancePath:instancePath+"/organizationParameters/" + i2,schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema37,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/organizationParameters/" + i2,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema37.type,parentSchema:schema37,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/organizationParameters",schemaPath:"#/properties/organizationParameters/type",keyword:"type",params:{type: "array"},schema:schema34.properties.organizationParameters.type,parentSchema:schema34.properties.organizationParameters,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema39 = {"description":"third parties that you let in","type":"array","items":{"$ref":"#/$defs/vendor"}};
const schema40 = {"type":"object","additionalProperties":false,"required":["name","tenancy"],"properties":{"name":{"description":"what findings call the vendor","$ref":"#/$defs/text"},"tenancy":{"description":"single: the vendor keeps an account for you alone; multi: its accounts serve many customers","enum":["single","multi"]},"accounts":{"description":"the vendor's accounts; of a single-tenant vendor, the accounts dedicated to you","type":"array","items":{"$ref":"#/$defs/accountId"}},"accountParameters":{"description":"parameters and root variables by name, and attributes by address (snowflake_storage_integration.*.storage_aws_iam_user_arn; * is any run of characters), that carry the vendor's account or an ARN in it","type":"array","items":{"$ref":"#/$defs/text"}}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tenancy === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tenancy"},schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "tenancy")) || (key0 === "accounts")) || (key0 === "accountParameters"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema37,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema37.type,parentSchema:schema37,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.tenancy !== undefined){
let data1 = data.tenancy;
if(!((data1 === "single") || (data1 === "multi"))){
const err5 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/enum",keyword:"enum",params:{allowedValues: schema40.properties.tenancy.enum},schema:schema40.properties.tenancy.enum,parentSchema:schema40.properties.tenancy,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.accounts !== undefined){
let data2 = data.accounts;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err6 = {instancePath:instancePath+"/accounts/" + i0,schemaPath:"#/$defs/accountId/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},schema:"^[0-9]{12}$",parentSchema:schema35,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/accounts/" + i0,schemaPath:"#/$defs/accountId/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/accounts",schemaPath:"#/properties/accounts/type",keyword:"type",params:{type: "array"},schema:schema40.properties.accounts.type,parentSchema:schema40.properties.accounts,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.accountParameters !== undefined){
let data4 = data.accountParameters;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
const err9 = {instancePath:instancePath+"/accountParameters/" + i1,schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema37,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/accountParameters/" + i1,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema37.type,parentSchema:schema37,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/accountParameters",schemaPath:"#/properties/accountParameters/type",keyword:"type",params:{type: "array"},schema:schema40.properties.accountParameters.type,parentSchema:schema40.properties.accountParameters,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema45 = {"description":"severities by rule id; off and false switch a rule off. Without a severity here a rule has its own, or the one that the preset gives it","type":"object","properties":{"preset":{"description":"trust: what roles trust, federation and public resources have their severities, and all other rules are low; all: every rule has its own","enum":["trust","all"],"default":"trust"}},"additionalProperties":{"$ref":"#/$defs/ruleSetting"}};
const schema46 = {"if":{"type":"object"},"then":{"additionalProperties":false,"properties":{"severity":{"$ref":"#/$defs/ruleSeverity"},"ignorable":{"description":"false: nothing in the input or in this file may suppress the rule","type":"boolean","default":true}}},"else":{"$ref":"#/$defs/ruleSeverity"}};
const schema47 = {"description":"off and false switch the rule off","enum":["off",false,"low","medium","high","critical"]};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "severity") || (key0 === "ignorable"))){
const err1 = {instancePath,schemaPath:"#/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema46.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.severity !== undefined){
let data0 = data.severity;
if(!((((((data0 === "off") || (data0 === false)) || (data0 === "low")) || (data0 === "medium")) || (data0 === "high")) || (data0 === "critical"))){
const err2 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/ruleSeverity/enum",keyword:"enum",params:{allowedValues: schema47.enum},schema:schema47.enum,parentSchema:schema47,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.ignorable !== undefined){
let data1 = data.ignorable;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/ignorable",schemaPath:"#/then/properties/ignorable/type",keyword:"type",params:{type: "boolean"},schema:schema46.then.properties.ignorable.type,parentSchema:schema46.then.properties.ignorable,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs9 = errors;
if(!((((((data === "off") || (data === false)) || (data === "low")) || (data === "medium")) || (data === "high")) || (data === "critical"))){
const err4 = {instancePath,schemaPath:"#/$defs/ruleSeverity/enum",keyword:"enum",params:{allowedValues: schema47.enum},schema:schema47.enum,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema46.if,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate28.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate28.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "preset")){
if(!(validate28(data[key0], {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
if(data.preset !== undefined){
let data1 = data.preset;
if(!((data1 === "trust") || (data1 === "all"))){
const err0 = {instancePath:instancePath+"/preset",schemaPath:"#/properties/preset/enum",keyword:"enum",params:{allowedValues: schema45.properties.preset.enum},schema:schema45.properties.preset.enum,parentSchema:schema45.properties.preset,data:data1};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema51 = {"type":"object","additionalProperties":false,"required":["files"],"properties":{"files":{"$ref":"#/$defs/files"},"tenancy":{"$ref":"#/$defs/tenancy"},"audience":{"$ref":"#/$defs/audience"},"accounts":{"$ref":"#/$defs/accounts"},"organizationIds":{"$ref":"#/$defs/organizationIds"},"vendors":{"$ref":"#/$defs/vendors"},"parameters":{"$ref":"#/$defs/parameters"},"rules":{"$ref":"#/$defs/rules"}}};
const schema52 = {"description":"glob patterns on the path relative to this file","type":"array","minItems":1,"items":{"$ref":"#/$defs/glob"}};
const pattern12 = new RegExp("^(?=.*\\S).{1,1000}$", "u");

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern12.test(data0)){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/glob/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S).{1,1000}$"},schema:"^(?=.*\\S).{1,1000}$",parentSchema:schema50,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/glob/type",keyword:"type",params:{type: "string"},schema:schema50.type,parentSchema:schema50,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const pattern7 = new RegExp("^o-[a-z0-9]{10,32}$", "u");

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.files === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "files"},schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "files") || (key0 === "tenancy")) || (key0 === "audience")) || (key0 === "accounts")) || (key0 === "organizationIds")) || (key0 === "vendors")) || (key0 === "parameters")) || (key0 === "rules"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.files !== undefined){
if(!(validate32(data.files, {instancePath:instancePath+"/files",parentData:data,parentDataProperty:"files",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.tenancy !== undefined){
let data1 = data.tenancy;
if(!((data1 === "single") || (data1 === "multi"))){
const err2 = {instancePath:instancePath+"/tenancy",schemaPath:"#/$defs/tenancy/enum",keyword:"enum",params:{allowedValues: schema32.enum},schema:schema32.enum,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.audience !== undefined){
let data2 = data.audience;
if(!((data2 === "self") || (data2 === "customers"))){
const err3 = {instancePath:instancePath+"/audience",schemaPath:"#/$defs/audience/enum",keyword:"enum",params:{allowedValues: schema33.enum},schema:schema33.enum,parentSchema:schema33,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.accounts !== undefined){
if(!(validate21(data.accounts, {instancePath:instancePath+"/accounts",parentData:data,parentDataProperty:"accounts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.organizationIds !== undefined){
let data4 = data.organizationIds;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(!pattern7.test(data5)){
const err4 = {instancePath:instancePath+"/organizationIds/" + i0,schemaPath:"#/$defs/organizationIds/items/pattern",keyword:"pattern",params:{pattern: "^o-[a-z0-9]{10,32}$"},schema:"^o-[a-z0-9]{10,32}$",parentSchema:schema38.items,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/organizationIds/" + i0,schemaPath:"#/$defs/organizationIds/items/type",keyword:"type",params:{type: "string"},schema:schema38.items.type,parentSchema:schema38.items,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/organizationIds",schemaPath:"#/$defs/organizationIds/type",keyword:"type",params:{type: "array"},schema:schema38.type,parentSchema:schema38,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.vendors !== undefined){
if(!(validate23(data.vendors, {instancePath:instancePath+"/vendors",parentData:data,parentDataProperty:"vendors",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.parameters !== undefined){
let data7 = data.parameters;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
const err7 = {instancePath:instancePath+"/parameters",schemaPath:"#/$defs/parameters/type",keyword:"type",params:{type: "object"},schema:schema44.type,parentSchema:schema44,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.rules !== undefined){
if(!(validate27(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema58 = {"type":"object","additionalProperties":false,"required":["rule","reason"],"properties":{"rule":{"description":"the id of the rule","$ref":"#/$defs/text"},"files":{"$ref":"#/$defs/files"},"resource":{"description":"logical id, Terraform address or construct path; * is any run of characters","$ref":"#/$defs/text"},"reason":{"title":"reason","description":"say why the finding is accepted, for whoever reads this next","type":"string","pattern":"\\S"},"until":{"title":"date","description":"write the last day on which the entry counts as YYYY-MM-DD","type":"string","pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"}}};
const pattern18 = new RegExp("^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$", "u");

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rule === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rule"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.reason === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "rule") || (key0 === "files")) || (key0 === "resource")) || (key0 === "reason")) || (key0 === "until"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.rule !== undefined){
let data0 = data.rule;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err3 = {instancePath:instancePath+"/rule",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema37,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/rule",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema37.type,parentSchema:schema37,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.files !== undefined){
if(!(validate32(data.files, {instancePath:instancePath+"/files",parentData:data,parentDataProperty:"files",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.resource !== undefined){
let data2 = data.resource;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err5 = {instancePath:instancePath+"/resource",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema37,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/resource",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema37.type,parentSchema:schema37,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.reason !== undefined){
let data3 = data.reason;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err7 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema58.properties.reason,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema58.properties.reason.type,parentSchema:schema58.properties.reason,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.until !== undefined){
let data4 = data.until;
if(typeof data4 === "string"){
if(!pattern18.test(data4)){
const err9 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"},schema:"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",parentSchema:schema58.properties.until,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/type",keyword:"type",params:{type: "string"},schema:schema58.properties.until.type,parentSchema:schema58.properties.until,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.tenancy !== undefined){
let data0 = data.tenancy;
if(!((data0 === "single") || (data0 === "multi"))){
const err1 = {instancePath:instancePath+"/tenancy",schemaPath:"#/$defs/tenancy/enum",keyword:"enum",params:{allowedValues: schema32.enum},schema:schema32.enum,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.audience !== undefined){
let data1 = data.audience;
if(!((data1 === "self") || (data1 === "customers"))){
const err2 = {instancePath:instancePath+"/audience",schemaPath:"#/$defs/audience/enum",keyword:"enum",params:{allowedValues: schema33.enum},schema:schema33.enum,parentSchema:schema33,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.inline !== undefined){
let data2 = data.inline;
if(typeof data2 !== "boolean"){
const err3 = {instancePath:instancePath+"/inline",schemaPath:"#/properties/inline/type",keyword:"type",params:{type: "boolean"},schema:schema31.properties.inline.type,parentSchema:schema31.properties.inline,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.failOn !== undefined){
let data3 = data.failOn;
if(!(((((data3 === "low") || (data3 === "medium")) || (data3 === "high")) || (data3 === "critical")) || (data3 === "never"))){
const err4 = {instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/enum",keyword:"enum",params:{allowedValues: schema31.properties.failOn.enum},schema:schema31.properties.failOn.enum,parentSchema:schema31.properties.failOn,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.strict !== undefined){
let data4 = data.strict;
if(typeof data4 !== "boolean"){
const err5 = {instancePath:instancePath+"/strict",schemaPath:"#/properties/strict/type",keyword:"type",params:{type: "boolean"},schema:schema31.properties.strict.type,parentSchema:schema31.properties.strict,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.accounts !== undefined){
if(!(validate21(data.accounts, {instancePath:instancePath+"/accounts",parentData:data,parentDataProperty:"accounts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.organizationIds !== undefined){
let data6 = data.organizationIds;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 === "string"){
if(!pattern7.test(data7)){
const err6 = {instancePath:instancePath+"/organizationIds/" + i0,schemaPath:"#/$defs/organizationIds/items/pattern",keyword:"pattern",params:{pattern: "^o-[a-z0-9]{10,32}$"},schema:"^o-[a-z0-9]{10,32}$",parentSchema:schema38.items,data:data7};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/organizationIds/" + i0,schemaPath:"#/$defs/organizationIds/items/type",keyword:"type",params:{type: "string"},schema:schema38.items.type,parentSchema:schema38.items,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/organizationIds",schemaPath:"#/$defs/organizationIds/type",keyword:"type",params:{type: "array"},schema:schema38.type,parentSchema:schema38,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.vendors !== undefined){
if(!(validate23(data.vendors, {instancePath:instancePath+"/vendors",parentData:data,parentDataProperty:"vendors",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.parameters !== undefined){
let data9 = data.parameters;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
const err9 = {instancePath:instancePath+"/parameters",schemaPath:"#/$defs/parameters/type",keyword:"type",params:{type: "object"},schema:schema44.type,parentSchema:schema44,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.rules !== undefined){
if(!(validate27(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.extends !== undefined){
let data11 = data.extends;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err10 = {instancePath:instancePath+"/extends/" + i1,schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema37,data:data12};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/extends/" + i1,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema37.type,parentSchema:schema37,data:data12};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/type",keyword:"type",params:{type: "array"},schema:schema31.properties.extends.type,parentSchema:schema31.properties.extends,data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.exclude !== undefined){
let data13 = data.exclude;
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(typeof data14 === "string"){
if(!pattern12.test(data14)){
const err13 = {instancePath:instancePath+"/exclude/" + i2,schemaPath:"#/$defs/glob/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S).{1,1000}$"},schema:"^(?=.*\\S).{1,1000}$",parentSchema:schema50,data:data14};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/exclude/" + i2,schemaPath:"#/$defs/glob/type",keyword:"type",params:{type: "string"},schema:schema50.type,parentSchema:schema50,data:data14};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"},schema:schema31.properties.exclude.type,parentSchema:schema31.properties.exclude,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.scopes !== undefined){
let data15 = data.scopes;
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
if(!(validate31(data15[i3], {instancePath:instancePath+"/scopes/" + i3,parentData:data15,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/scopes",schemaPath:"#/properties/scopes/type",keyword:"type",params:{type: "array"},schema:schema31.properties.scopes.type,parentSchema:schema31.properties.scopes,data:data15};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.ignore !== undefined){
let data17 = data.ignore;
if(Array.isArray(data17)){
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
if(!(validate38(data17[i4], {instancePath:instancePath+"/ignore/" + i4,parentData:data17,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type: "array"},schema:schema31.properties.ignore.type,parentSchema:schema31.properties.ignore,data:data17};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate90.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema108.required,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.policy === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policy"},schema:schema108.required,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "policy")) || (key0 === "carrier")) || (key0 === "at")) || (key0 === "config")) || (key0 === "parameters"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema66,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema66.type,parentSchema:schema66,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.policy !== undefined){
let data1 = data.policy;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
const err5 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "object"},schema:schema108.properties.policy.type,parentSchema:schema108.properties.policy,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.carrier !== undefined){
let data2 = data.carrier;
if(typeof data2 === "string"){
if(!pattern37.test(data2)){
const err6 = {instancePath:instancePath+"/carrier",schemaPath:"#/properties/carrier/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"},schema:"^[a-z0-9-]+$",parentSchema:schema108.properties.carrier,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/carrier",schemaPath:"#/properties/carrier/type",keyword:"type",params:{type: "string"},schema:schema108.properties.carrier.type,parentSchema:schema108.properties.carrier,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.at !== undefined){
let data3 = data.at;
if(typeof data3 === "string"){
if(!pattern38.test(data3)){
const err8 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/pattern",keyword:"pattern",params:{pattern: "^(?:/(?:[^~/]|~[01])*)+$"},schema:"^(?:/(?:[^~/]|~[01])*)+$",parentSchema:schema108.properties.at,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "string"},schema:schema108.properties.at.type,parentSchema:schema108.properties.at,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate20(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
if(data.parameters !== undefined){
let data5 = data.parameters;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
let data6 = data5[key1];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(!((((key2 === "default") || (key2 === "allowedValues")) || (key2 === "allowedPattern")) || (key2 === "list"))){
const err10 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/parameter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema110,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data6.default !== undefined){
let data7 = data6.default;
if(typeof data7 !== "string"){
const err11 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/default",schemaPath:"#/$defs/parameter/properties/default/type",keyword:"type",params:{type: "string"},schema:schema110.properties.default.type,parentSchema:schema110.properties.default,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.allowedValues !== undefined){
let data8 = data6.allowedValues;
if(Array.isArray(data8)){
if(data8.length < 1){
const err12 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/allowedValues",schemaPath:"#/$defs/parameter/properties/allowedValues/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema110.properties.allowedValues,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 !== "string"){
const err13 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/allowedValues/" + i0,schemaPath:"#/$defs/parameter/properties/allowedValues/items/type",keyword:"type",params:{type: "string"},schema:schema110.properties.allowedValues.items.type,parentSchema:schema110.properties.allowedValues.items,data:data9};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/allowedValues",schemaPath:"#/$defs/parameter/properties/allowedValues/type",keyword:"type",params:{type: "array"},schema:schema110.properties.allowedValues.type,parentSchema:schema110.properties.allowedValues,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data6.allowedPattern !== undefined){
let data10 = data6.allowedPattern;
if(typeof data10 !== "string"){
const err15 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/allowedPattern",schemaPath:"#/$defs/parameter/properties/allowedPattern/type",keyword:"type",params:{type: "string"},schema:schema110.properties.allowedPattern.type,parentSchema:schema110.properties.allowedPattern,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.list !== undefined){
let data11 = data6.list;
if(typeof data11 !== "boolean"){
const err16 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/list",schemaPath:"#/$defs/parameter/properties/list/type",keyword:"type",params:{type: "boolean"},schema:schema110.properties.list.type,parentSchema:schema110.properties.list,data:data11};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/parameters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/parameter/type",keyword:"type",params:{type: "object"},schema:schema110.type,parentSchema:schema110,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: "object"},schema:schema108.properties.parameters.type,parentSchema:schema108.properties.parameters,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema108.type,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}
validate90.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate89.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(validate90(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.at === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "at"},schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
validate89.errors = vErrors;
return errors === 0;
}
validate89.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema111 = {"$ref":"#/$defs/example","properties":{"at":false}};

function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate94.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(validate90(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.at !== undefined){
const err0 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/false schema",keyword:"false schema",params:{},schema:false,parentSchema:schema111.properties.at,data:data.at};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
validate94.errors = vErrors;
return errors === 0;
}
validate94.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate41.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.severity === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.precision === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "precision"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.why === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "why"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.fix === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fix"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.policy === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policy"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.examples === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "examples"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema61.properties, key0))){
const err8 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern19.test(data0)){
const err9 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/ruleId/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"},schema:"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$",parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/ruleId/type",keyword:"type",params:{type: "string"},schema:schema62.type,parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.aliases !== undefined){
if(!(validate42(data.aliases, {instancePath:instancePath+"/aliases",parentData:data,parentDataProperty:"aliases",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined){
let data2 = data.title;
if(typeof data2 === "string"){
if(!pattern21.test(data2)){
const err11 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern: "^\\S[^\\n]*$"},schema:"^\\S[^\\n]*$",parentSchema:schema61.properties.title,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},schema:schema61.properties.title.type,parentSchema:schema61.properties.title,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.severity !== undefined){
let data3 = data.severity;
if(!((((data3 === "low") || (data3 === "medium")) || (data3 === "high")) || (data3 === "critical"))){
const err13 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/severity/enum",keyword:"enum",params:{allowedValues: schema65.enum},schema:schema65.enum,parentSchema:schema65,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.enabled !== undefined){
let data4 = data.enabled;
if(typeof data4 !== "boolean"){
const err14 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema61.properties.enabled.type,parentSchema:schema61.properties.enabled,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.preset !== undefined){
let data5 = data.preset;
if(!(data5 === "all")){
const err15 = {instancePath:instancePath+"/preset",schemaPath:"#/properties/preset/enum",keyword:"enum",params:{allowedValues: schema61.properties.preset.enum},schema:schema61.properties.preset.enum,parentSchema:schema61.properties.preset,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.precision !== undefined){
let data6 = data.precision;
if(!((((data6 === "low") || (data6 === "medium")) || (data6 === "high")) || (data6 === "very-high"))){
const err16 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/enum",keyword:"enum",params:{allowedValues: schema61.properties.precision.enum},schema:schema61.properties.precision.enum,parentSchema:schema61.properties.precision,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.cwe !== undefined){
let data7 = data.cwe;
if(Array.isArray(data7)){
if(data7.length < 1){
const err17 = {instancePath:instancePath+"/cwe",schemaPath:"#/properties/cwe/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61.properties.cwe,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err18 = {instancePath:instancePath+"/cwe/" + i0,schemaPath:"#/properties/cwe/items/type",keyword:"type",params:{type: "integer"},schema:schema61.properties.cwe.items.type,parentSchema:schema61.properties.cwe.items,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 9999 || isNaN(data8)){
const err19 = {instancePath:instancePath+"/cwe/" + i0,schemaPath:"#/properties/cwe/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999},schema:9999,parentSchema:schema61.properties.cwe.items,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/cwe/" + i0,schemaPath:"#/properties/cwe/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema61.properties.cwe.items,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(!(((typeof item0 == "number") && (!(item0 % 1) && !isNaN(item0))) && (isFinite(item0)))){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err21 = {instancePath:instancePath+"/cwe",schemaPath:"#/properties/cwe/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema61.properties.cwe,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err22 = {instancePath:instancePath+"/cwe",schemaPath:"#/properties/cwe/type",keyword:"type",params:{type: "array"},schema:schema61.properties.cwe.type,parentSchema:schema61.properties.cwe,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.since !== undefined){
let data9 = data.since;
if(typeof data9 === "string"){
if(!pattern22.test(data9)){
const err23 = {instancePath:instancePath+"/since",schemaPath:"#/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"},schema:"^[0-9]+\\.[0-9]+\\.[0-9]+$",parentSchema:schema61.properties.since,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/since",schemaPath:"#/properties/since/type",keyword:"type",params:{type: "string"},schema:schema61.properties.since.type,parentSchema:schema61.properties.since,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.why !== undefined){
let data10 = data.why;
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
const err25 = {instancePath:instancePath+"/why",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema66,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/why",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema66.type,parentSchema:schema66,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.fix !== undefined){
let data11 = data.fix;
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
const err27 = {instancePath:instancePath+"/fix",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema66,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/fix",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},schema:schema66.type,parentSchema:schema66,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.references !== undefined){
let data12 = data.references;
if(Array.isArray(data12)){
if(data12.length < 1){
const err29 = {instancePath:instancePath+"/references",schemaPath:"#/properties/references/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61.properties.references,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len1 = data12.length;
for(let i2=0; i2<len1; i2++){
let data13 = data12[i2];
if(typeof data13 === "string"){
if(!pattern25.test(data13)){
const err30 = {instancePath:instancePath+"/references/" + i2,schemaPath:"#/properties/references/items/pattern",keyword:"pattern",params:{pattern: "^https://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::[0-9]+)?(?:[/?#][^\\s<>\"]*)?$"},schema:"^https://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::[0-9]+)?(?:[/?#][^\\s<>\"]*)?$",parentSchema:schema61.properties.references.items,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/references/" + i2,schemaPath:"#/properties/references/items/type",keyword:"type",params:{type: "string"},schema:schema61.properties.references.items.type,parentSchema:schema61.properties.references.items,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},schema:schema61.properties.references.type,parentSchema:schema61.properties.references,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.policy !== undefined){
if(!(validate44(data.policy, {instancePath:instancePath+"/policy",parentData:data,parentDataProperty:"policy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
if(data.yieldsTo !== undefined){
if(!(validate42(data.yieldsTo, {instancePath:instancePath+"/yieldsTo",parentData:data,parentDataProperty:"yieldsTo",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.deny !== undefined){
let data16 = data.deny;
if(Array.isArray(data16)){
if(data16.length < 1){
const err33 = {instancePath:instancePath+"/deny",schemaPath:"#/properties/deny/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61.properties.deny,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const len2 = data16.length;
for(let i3=0; i3<len2; i3++){
if(!(validate47(data16[i3], {instancePath:instancePath+"/deny/" + i3,parentData:data16,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err34 = {instancePath:instancePath+"/deny",schemaPath:"#/properties/deny/type",keyword:"type",params:{type: "array"},schema:schema61.properties.deny.type,parentSchema:schema61.properties.deny,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.admit !== undefined){
let data18 = data.admit;
if(Array.isArray(data18)){
if(data18.length < 1){
const err35 = {instancePath:instancePath+"/admit",schemaPath:"#/properties/admit/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61.properties.admit,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len3 = data18.length;
for(let i4=0; i4<len3; i4++){
if(!(validate47(data18[i4], {instancePath:instancePath+"/admit/" + i4,parentData:data18,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err36 = {instancePath:instancePath+"/admit",schemaPath:"#/properties/admit/type",keyword:"type",params:{type: "array"},schema:schema61.properties.admit.type,parentSchema:schema61.properties.admit,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.require !== undefined){
let data20 = data.require;
if(Array.isArray(data20)){
if(data20.length < 1){
const err37 = {instancePath:instancePath+"/require",schemaPath:"#/properties/require/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61.properties.require,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len4 = data20.length;
for(let i5=0; i5<len4; i5++){
if(!(validate63(data20[i5], {instancePath:instancePath+"/require/" + i5,parentData:data20,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
}
else {
const err38 = {instancePath:instancePath+"/require",schemaPath:"#/properties/require/type",keyword:"type",params:{type: "array"},schema:schema61.properties.require.type,parentSchema:schema61.properties.require,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.examples !== undefined){
let data22 = data.examples;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.bad === undefined){
const err39 = {instancePath:instancePath+"/examples",schemaPath:"#/properties/examples/required",keyword:"required",params:{missingProperty: "bad"},schema:schema61.properties.examples.required,parentSchema:schema61.properties.examples,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data22.good === undefined){
const err40 = {instancePath:instancePath+"/examples",schemaPath:"#/properties/examples/required",keyword:"required",params:{missingProperty: "good"},schema:schema61.properties.examples.required,parentSchema:schema61.properties.examples,data:data22};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
for(const key1 in data22){
if(!(((key1 === "bad") || (key1 === "good")) || (key1 === "unknown"))){
const err41 = {instancePath:instancePath+"/examples",schemaPath:"#/properties/examples/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema61.properties.examples,data:data22};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data22.bad !== undefined){
let data23 = data22.bad;
if(Array.isArray(data23)){
if(data23.length < 1){
const err42 = {instancePath:instancePath+"/examples/bad",schemaPath:"#/properties/examples/properties/bad/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61.properties.examples.properties.bad,data:data23};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len5 = data23.length;
for(let i6=0; i6<len5; i6++){
if(!(validate89(data23[i6], {instancePath:instancePath+"/examples/bad/" + i6,parentData:data23,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
}
else {
const err43 = {instancePath:instancePath+"/examples/bad",schemaPath:"#/properties/examples/properties/bad/type",keyword:"type",params:{type: "array"},schema:schema61.properties.examples.properties.bad.type,parentSchema:schema61.properties.examples.properties.bad,data:data23};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data22.good !== undefined){
let data25 = data22.good;
if(Array.isArray(data25)){
if(data25.length < 1){
const err44 = {instancePath:instancePath+"/examples/good",schemaPath:"#/properties/examples/properties/good/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61.properties.examples.properties.good,data:data25};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len6 = data25.length;
for(let i7=0; i7<len6; i7++){
if(!(validate94(data25[i7], {instancePath:instancePath+"/examples/good/" + i7,parentData:data25,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
}
else {
const err45 = {instancePath:instancePath+"/examples/good",schemaPath:"#/properties/examples/properties/good/type",keyword:"type",params:{type: "array"},schema:schema61.properties.examples.properties.good.type,parentSchema:schema61.properties.examples.properties.good,data:data25};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data22.unknown !== undefined){
let data27 = data22.unknown;
if(Array.isArray(data27)){
if(data27.length < 1){
const err46 = {instancePath:instancePath+"/examples/unknown",schemaPath:"#/properties/examples/properties/unknown/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61.properties.examples.properties.unknown,data:data27};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len7 = data27.length;
for(let i8=0; i8<len7; i8++){
if(!(validate94(data27[i8], {instancePath:instancePath+"/examples/unknown/" + i8,parentData:data27,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
}
else {
const err47 = {instancePath:instancePath+"/examples/unknown",schemaPath:"#/properties/examples/properties/unknown/type",keyword:"type",params:{type: "array"},schema:schema61.properties.examples.properties.unknown.type,parentSchema:schema61.properties.examples.properties.unknown,data:data27};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/examples",schemaPath:"#/properties/examples/type",keyword:"type",params:{type: "object"},schema:schema61.properties.examples.type,parentSchema:schema61.properties.examples,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}
validate41.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
