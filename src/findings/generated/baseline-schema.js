"use strict";
export const validate = validate99;
const schema113 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"A baseline of Unconfused","description":"What --update-baseline writes: findings that were there before, which are not told again.","type":"object","additionalProperties":false,"required":["version","entries"],"properties":{"$schema":{"description":"the address of this schema","type":"string"},"version":{"description":"the form of this file","enum":[1]},"entries":{"description":"one for each finding","type":"array","items":{"title":"entry","type":"object","additionalProperties":false,"required":["rule","file","resource","principal","fingerprint"],"properties":{"rule":{"title":"text","description":"the id of the rule","type":"string","pattern":"\\S"},"file":{"title":"text","description":"the file of the finding, with / between folders, relative to the repository","type":"string","pattern":"\\S"},"resource":{"title":"text","description":"the logical id, the construct's path or the Terraform address of the resource","type":"string"},"principal":{"title":"text","description":"who is let in, as the policy writes it; empty where the policy is sensitive","type":"string"},"fingerprint":{"title":"fingerprint","description":"32 hexadecimal digits, as the report has them","type":"string","pattern":"^[0-9a-f]{32}$"}}}}}};
const pattern6 = new RegExp("\\S", "u");
const pattern42 = new RegExp("^[0-9a-f]{32}$", "u");

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate99.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},schema:schema113.required,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.entries === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "entries"},schema:schema113.required,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "$schema") || (key0 === "version")) || (key0 === "entries"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},schema:schema113.properties.$schema.type,parentSchema:schema113.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.version !== undefined){
let data1 = data.version;
if(!(data1 === 1)){
const err4 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/enum",keyword:"enum",params:{allowedValues: schema113.properties.version.enum},schema:schema113.properties.version.enum,parentSchema:schema113.properties.version,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.entries !== undefined){
let data2 = data.entries;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.rule === undefined){
const err5 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: "rule"},schema:schema113.properties.entries.items.required,parentSchema:schema113.properties.entries.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data3.file === undefined){
const err6 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: "file"},schema:schema113.properties.entries.items.required,parentSchema:schema113.properties.entries.items,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3.resource === undefined){
const err7 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: "resource"},schema:schema113.properties.entries.items.required,parentSchema:schema113.properties.entries.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3.principal === undefined){
const err8 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: "principal"},schema:schema113.properties.entries.items.required,parentSchema:schema113.properties.entries.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.fingerprint === undefined){
const err9 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/required",keyword:"required",params:{missingProperty: "fingerprint"},schema:schema113.properties.entries.items.required,parentSchema:schema113.properties.entries.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data3){
if(!(((((key1 === "rule") || (key1 === "file")) || (key1 === "resource")) || (key1 === "principal")) || (key1 === "fingerprint"))){
const err10 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema113.properties.entries.items,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.rule !== undefined){
let data4 = data3.rule;
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err11 = {instancePath:instancePath+"/entries/" + i0+"/rule",schemaPath:"#/properties/entries/items/properties/rule/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema113.properties.entries.items.properties.rule,data:data4};
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
const err12 = {instancePath:instancePath+"/entries/" + i0+"/rule",schemaPath:"#/properties/entries/items/properties/rule/type",keyword:"type",params:{type: "string"},schema:schema113.properties.entries.items.properties.rule.type,parentSchema:schema113.properties.entries.items.properties.rule,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.file !== undefined){
let data5 = data3.file;
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
const err13 = {instancePath:instancePath+"/entries/" + i0+"/file",schemaPath:"#/properties/entries/items/properties/file/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema113.properties.entries.items.properties.file,data:data5};
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
const err14 = {instancePath:instancePath+"/entries/" + i0+"/file",schemaPath:"#/properties/entries/items/properties/file/type",keyword:"type",params:{type: "string"},schema:schema113.properties.entries.items.properties.file.type,parentSchema:schema113.properties.entries.items.properties.file,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.resource !== undefined){
let data6 = data3.resource;
if(typeof data6 !== "string"){
const err15 = {instancePath:instancePath+"/entries/" + i0+"/resource",schemaPath:"#/properties/entries/items/properties/resource/type",keyword:"type",params:{type: "string"},schema:schema113.properties.entries.items.properties.resource.type,parentSchema:schema113.properties.entries.items.properties.resource,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.principal !== undefined){
let data7 = data3.principal;
if(typeof data7 !== "string"){
const err16 = {instancePath:instancePath+"/entries/" + i0+"/principal",schemaPath:"#/properties/entries/items/properties/principal/type",keyword:"type",params:{type: "string"},schema:schema113.properties.entries.items.properties.principal.type,parentSchema:schema113.properties.entries.items.properties.principal,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.fingerprint !== undefined){
let data8 = data3.fingerprint;
if(typeof data8 === "string"){
if(!pattern42.test(data8)){
const err17 = {instancePath:instancePath+"/entries/" + i0+"/fingerprint",schemaPath:"#/properties/entries/items/properties/fingerprint/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{32}$"},schema:"^[0-9a-f]{32}$",parentSchema:schema113.properties.entries.items.properties.fingerprint,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/entries/" + i0+"/fingerprint",schemaPath:"#/properties/entries/items/properties/fingerprint/type",keyword:"type",params:{type: "string"},schema:schema113.properties.entries.items.properties.fingerprint.type,parentSchema:schema113.properties.entries.items.properties.fingerprint,data:data8};
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
const err19 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/properties/entries/items/type",keyword:"type",params:{type: "object"},schema:schema113.properties.entries.items.type,parentSchema:schema113.properties.entries.items,data:data3};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/type",keyword:"type",params:{type: "array"},schema:schema113.properties.entries.type,parentSchema:schema113.properties.entries,data:data2};
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
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema113.type,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate99.errors = vErrors;
return errors === 0;
}
validate99.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
