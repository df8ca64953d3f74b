/** Users in the forms of the REST API. */
import type { Company } from "../company/company.ts";
import { fullName, type User } from "../company/user.ts";

/** Can take calls right now, as far as the user alone decides it. */
function isAvailable(user: User): boolean {
  return user.isConnected && user.availabilityStatus !== "unavailable" && user.wrapUpUntil === null;
}

/** The author of a note or tag. */
export function authorJson(company: Company, user: User): object {
  return {
    id: user.id,
    direct_link: `${company.apiAddress}/v1/users/${user.id}`,
    name: fullName(user),
    email: user.email,
    available: isAvailable(user),
    availability_status: user.availabilityStatus,
    created_at: new Date(user.createdAt).toISOString(),
  };
}

/** The user of a call or line. */
export function restUserJson(company: Company, user: User): object {
  return { ...authorJson(company, user), time_zone: user.timeZone, language: user.language };
}

/** The member of a team. */
export function teamUserJson(company: Company, user: User): object {
  return {
    id: user.id,
    direct_link: `${company.apiAddress}/v1/users/${user.id}`,
    name: fullName(user),
    email: user.email,
    availability_status: user.availabilityStatus,
    default_number_id: user.defaultNumber,
    created_at: new Date(user.createdAt).toISOString(),
    time_zone: user.timeZone,
    language: user.language,
    wrap_up_time: user.wrapUpTime,
  };
}

/** The user of `/v1/users`, which Aircall has announced to end. */
export function userV1Json(company: Company, user: User): object {
  return { ...restUserJson(company, user), wrap_up_time: user.wrapUpTime, substatus: user.substatus };
}

/** The user of `/v2/users`. */
export function userV2Json(company: Company, user: User): object {
  return {
    id: user.id,
    name: fullName(user),
    email: user.email,
    direct_link: `${company.apiAddress}/v2/users/${user.id}`,
    language: user.language,
    created_at: new Date(user.createdAt).toISOString(),
    time_zone: user.timeZone,
    state: user.substatus,
    wrap_up_time: user.wrapUpTime,
    extension: user.extension,
    availability_status: user.availabilityStatus,
    available: isAvailable(user),
    default_number_id: user.defaultNumber,
    substatus: user.substatus,
  };
}
