"use strict";
export const validate = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$comment":"Error messages read these annotations out: a title says what a value is (\"not an account id\"), a description what to write.","title":"unconfused.yaml","description":"Who you are, which vendors you let in, and how strictly to judge.","type":"object","additionalProperties":false,"properties":{"tenancy":{"$ref":"#/$defs/tenancy"},"audience":{"$ref":"#/$defs/audience"},"inline":{"description":"false: ignore metadata and comments in the input, for templates that others wrote","type":"boolean","default":true},"failOn":{"description":"the lowest severity that makes the exit code 1","enum":["low","medium","high","critical","never"],"default":"medium"},"strict":{"description":"true: what cannot be told counts as a finding of severity medium","type":"boolean","default":false},"accounts":{"$ref":"#/$defs/accounts"},"organizationIds":{"$ref":"#/$defs/organizationIds"},"vendors":{"$ref":"#/$defs/vendors"},"parameters":{"$ref":"#/$defs/parameters"},"rules":{"$ref":"#/$defs/rules"},"extends":{"description":"files and folders with more rules, relative to this file","type":"array","items":{"$ref":"#/$defs/text"}},"exclude":{"description":"files that are not read, as glob patterns on the path relative to this file","type":"array","items":{"$ref":"#/$defs/glob"}},"scopes":{"description":"settings by path: lists add to those of the whole file, single values replace them; later scopes count after earlier ones","type":"array","items":{"$ref":"#/$defs/scope"}},"ignore":{"description":"findings that are accepted","type":"array","items":{"$ref":"#/$defs/ignore"}}},"$defs":{"text":{"title":"text","description":"write some text; in quotes it cannot be taken for anything else","type":"string","pattern":"\\S"},"glob":{"title":"path pattern","description":"write a glob pattern of at most 1000 characters","type":"string","pattern":"^(?=.*\\S).{1,1000}$"},"tenancy":{"description":"how to treat a third party that nobody declared: single, its account serves you alone; multi, it serves many customers","enum":["single","multi"],"default":"multi"},"audience":{"description":"self: infrastructure for your own accounts; customers: templates that you publish","enum":["self","customers"],"default":"self"},"accountId":{"title":"account id","description":"an account id is twelve digits in quotes","type":"string","pattern":"^[0-9]{12}$"},"accounts":{"description":"accounts that are yours","type":"object","additionalProperties":false,"properties":{"own":{"description":"accounts that the checked roles live in","type":"array","items":{"$ref":"#/$defs/accountId"}},"organization":{"description":"other accounts of your organization","type":"array","items":{"$ref":"#/$defs/accountId"}},"organizationParameters":{"description":"parameters and variables by name, and attributes by address (* is any run of characters), that carry accounts of yours","type":"array","items":{"$ref":"#/$defs/text"}}}},"organizationIds":{"description":"your AWS Organizations","type":"array","items":{"title":"organization id","description":"an organization id is \"o-\" and 10 to 32 lower-case letters or digits","type":"string","pattern":"^o-[a-z0-9]{10,32}$"}},"vendors":{"description":"third parties that you let in","type":"array","items":{"$ref":"#/$defs/vendor"}},"vendor":{"type":"object","additionalProperties":false,"required":["name","tenancy"],"properties":{"name":{"description":"what findings call the vendor","$ref":"#/$defs/text"},"tenancy":{"description":"single: the vendor keeps an account for you alone; multi: its accounts serve many customers","enum":["single","multi"]},"accounts":{"description":"the vendor's accounts; of a single-tenant vendor, the accounts dedicated to you","type":"array","items":{"$ref":"#/$defs/accountId"}},"accountParameters":{"description":"parameters and root variables by name, and attributes by address (snowflake_storage_integration.*.storage_aws_iam_user_arn; * is any run of characters), that carry the vendor's account or an ARN in it","type":"array","items":{"$ref":"#/$defs/text"}}}},"parameters":{"description":"deploy-time values of parameters and variables, by name","type":"object"},"rules":{"description":"severities by rule id; off and false switch a rule off. Without a severity here a rule has its own, or the one that the preset gives it","type":"object","properties":{"preset":{"description":"trust: what roles trust, federation and public resources have their severities, and all other rules are low; all: every rule has its own","enum":["trust","all"],"default":"trust"}},"additionalProperties":{"$ref":"#/$defs/ruleSetting"}},"ruleSetting":{"if":{"type":"object"},"then":{"additionalProperties":false,"properties":{"severity":{"$ref":"#/$defs/ruleSeverity"},"ignorable":{"description":"false: nothing in the input or in this file may suppress the rule","type":"boolean","default":true}}},"else":{"$ref":"#/$defs/ruleSeverity"}},"ruleSeverity":{"description":"off and false switch the rule off","enum":["off",false,"low","medium","high","critical"]},"files":{"description":"glob patterns on the path relative to this file","type":"array","minItems":1,"items":{"$ref":"#/$defs/glob"}},"scope":{"type":"object","additionalProperties":false,"required":["files"],"properties":{"files":{"$ref":"#/$defs/files"},"tenancy":{"$ref":"#/$defs/tenancy"},"audience":{"$ref":"#/$defs/audience"},"accounts":{"$ref":"#/$defs/accounts"},"organizationIds":{"$ref":"#/$defs/organizationIds"},"vendors":{"$ref":"#/$defs/vendors"},"parameters":{"$ref":"#/$defs/parameters"},"rules":{"$ref":"#/$defs/rules"}}},"ignore":{"type":"object","additionalProperties":false,"required":["rule","reason"],"properties":{"rule":{"description":"the id of the rule","$ref":"#/$defs/text"},"files":{"$ref":"#/$defs/files"},"resource":{"description":"logical id, Terraform address or construct path; * is any run of characters","$ref":"#/$defs/text"},"reason":{"title":"reason","description":"say why the finding is accepted, for whoever reads this next","type":"string","pattern":"\\S"},"until":{"title":"date","description":"write the last day on which the entry counts as YYYY-MM-DD","type":"string","pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"}}}}};
const schema32 = {"description":"how to treat a third party that nobody declared: single, its account serves you alone; multi, it serves many customers","enum":["single","multi"],"default":"multi"};
const schema33 = {"description":"self: infrastructure for your own accounts; customers: templates that you publish","enum":["self","customers"],"default":"self"};
const schema38 = {"description":"your AWS Organizations","type":"array","items":{"title":"organization id","description":"an organization id is \"o-\" and 10 to 32 lower-case letters or digits","type":"string","pattern":"^o-[a-z0-9]{10,32}$"}};
const schema44 = {"description":"deploy-time values of parameters and variables, by name","type":"object"};
const schema37 = {"title":"text","description":"write some text; in quotes it cannot be taken for anything else","type":"string","pattern":"\\S"};
const schema50 = {"title":"path pattern","description":"write a glob pattern of at most 1000 characters","type":"string","pattern":"^(?=.*\\S).{1,1000}$"};
const func1 = Object.prototype.hasOwnProperty;
const schema34 = {"description":"accounts that are yours","type":"object","additionalProperties":false,"properties":{"own":{"description":"accounts that the checked roles live in","type":"array","items":{"$ref":"#/$defs/accountId"}},"organization":{"description":"other accounts of your organization","type":"array","items":{"$ref":"#/$defs/accountId"}},"organizationParameters":{"description":"parameters and variables by name, and attributes by address (* is any run of characters), that carry accounts of yours","type":"array","items":{"$ref":"#/$defs/text"}}}};
const schema35 = {"title":"account id","description":"an account id is twelve digits in quotes","type":"string","pattern":"^[0-9]{12}$"};
const pattern4 = new RegExp("^[0-9]{12}$", "u");
const pattern6 = new RegExp("\\S", "u");

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
