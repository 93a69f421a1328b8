// What is told of a policy, with the name of the resource that carries it, and at the places where it stands there.

import type { Resource as ReadResource } from "../../readers/reader.ts";
import { ofResource } from "../../rules/questions/message.ts";
import type { Origin } from "../../values/value.ts";
import type { Fingerprints } from "../fingerprint.ts";
import { placeOf, placeOfAuthor } from "../place.ts";
import type { Finding, Grant, Place, Resource, Unknown } from "../report.ts";
import type { UnplacedFinding, UnplacedGrant, UnplacedUnknown } from "./unplaced.ts";

/** Of one resource. */
export interface Placing {
  finding(unplaced: UnplacedFinding): Finding;
  unknown(unplaced: UnplacedUnknown): Unknown;
  grant(unplaced: UnplacedGrant): Grant;
}

const NOWHERE: Finding["related"] = [];

export function placing(resource: ReadResource, fingerprint: Fingerprints["of"]): Placing {
  const shown = resourceOf(resource);
  const name = nameOf(resource);
  // Most that is told of a policy stands where its principal does.
  const known = new Map<Origin, Place>();
  const placeAt = (origin: Origin): Place => {
    const place = known.get(origin) ?? placeOfAuthor(origin, resource);
    known.set(origin, place);
    return place;
  };
  // Spelled out: V8 gives a shape of its own to each object that begins with others' entries, and there may be very many.
  return {
    finding({ told, message, origin, trusted, written }) {
      const { file, line, column, endLine, endColumn } = placeAt(origin);
      const text = ofResource(message, name);
      const related = relatedTo(origin, trusted, file);
      const own = fingerprint(told.rule, file, resource.path ?? resource.id, written);
      return {
        message: text,
        file,
        line,
        column,
        endLine,
        endColumn,
        resource: shown,
        related,
        fingerprint: own,
        ...told,
      };
    },
    unknown({ told, message, origin }) {
      const { file, line, column, endLine, endColumn } = placeAt(origin);
      const text = ofResource(message, name);
      return { message: text, file, line, column, endLine, endColumn, resource: shown, ...told };
    },
    grant({ told, origin }) {
      const { file, line, column, endLine, endColumn } = placeAt(origin);
      const { principal, callers, conditions, verdict, rules } = told;
      return {
        file,
        line,
        column,
        endLine,
        endColumn,
        resource: shown,
        principal,
        callers,
        conditions,
        verdict,
        rules,
      };
    },
  };
}

export function resourceOf({ format, type, id, path }: ReadResource): Resource {
  return { format, type, id, ...(path === undefined ? {} : { path }) };
}

/** The CDK makes long ids; its users know the constructs. */
function nameOf({ id, path }: ReadResource): string {
  return path?.replace(/\/Resource$/, "") ?? id;
}

/** Where the template has what a program of the author's made, and whom it is about. */
function relatedTo(origin: Origin, trusted: Origin | undefined, file: string): Finding["related"] {
  const isElsewhere = origin.document.source.path !== file;
  if (!isElsewhere && trusted === undefined) return NOWHERE;
  return [
    ...(isElsewhere ? [{ ...placeOf(origin), message: "in the template" }] : []),
    ...(trusted === undefined ? [] : [{ ...placeOf(trusted), message: "trusted here" }]),
  ];
}
