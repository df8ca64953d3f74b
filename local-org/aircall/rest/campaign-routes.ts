/** The dialler campaign of a user: a list of numbers to call. */
import type { Company } from "../company/company.ts";
import { toE164 } from "../company/phone-number.ts";
import type { User } from "../company/user.ts";
import { badRequest, RestError, unknownId } from "./rest-error.ts";
import { fieldsOf, find, NOTHING, ok, type RestRequest, type RestRoute, route } from "./rest-route.ts";

interface Campaign {
  readonly id: number;
  readonly createdAt: string;
  numbers: { readonly id: number; readonly number: string; called: boolean; readonly created_at: string }[];
}

const CAMPAIGNS = new WeakMap<Company, Map<User, Campaign>>();

export const campaignRoutes: readonly RestRoute[] = [
  route("GET", "/v1/users/:id/dialer_campaign", (request) => {
    const { user, campaign } = campaignIn(request);
    return ok({ id: campaign.id, number_id: String(user.defaultNumber ?? user.numbers[0] ?? ""), created_at: campaign.createdAt });
  }),
  route("POST", "/v1/users/:id/dialer_campaign", add),
  route("DELETE", "/v1/users/:id/dialer_campaign", (request) => {
    const { user } = campaignIn(request);
    campaignsOf(request).delete(user);
    return updated(request, user);
  }),
  route("GET", "/v1/users/:id/dialer_campaign/phone_numbers", (request) => ok({ numbers: campaignIn(request).campaign.numbers })),
  route("POST", "/v1/users/:id/dialer_campaign/phone_numbers", add),
  route("DELETE", "/v1/users/:id/dialer_campaign/phone_numbers/:number", (request) => {
    const { user, campaign } = campaignIn(request);
    const left = campaign.numbers.filter(({ id }) => String(id) !== request.params[1]);
    if (left.length === campaign.numbers.length) throw unknownId();
    campaign.numbers = left;
    return updated(request, user);
  }),
];

function campaignsOf({ standIn: { company } }: RestRequest): Map<User, Campaign> {
  const campaigns = CAMPAIGNS.get(company) ?? new Map<User, Campaign>();
  CAMPAIGNS.set(company, campaigns);
  return campaigns;
}

function campaignIn(request: RestRequest): { readonly user: User; readonly campaign: Campaign } {
  const user = find(request.standIn.company.users, request.params[0]);
  const campaign = campaignsOf(request).get(user);
  if (campaign === undefined) throw unknownId();
  return { user, campaign };
}

function add(request: RestRequest): { readonly status: number } {
  const { company } = request.standIn;
  const user = find(company.users, request.params[0]);
  const given = fieldsOf(request.body).get("phone_numbers");
  if (!Array.isArray(given)) throw badRequest("phone_numbers must be a list of numbers");
  const createdAt = new Date(company.now()).toISOString();
  const campaign = campaignsOf(request).get(user) ?? { id: company.nextId(), createdAt, numbers: [] };
  const errors: string[] = [];
  for (const item of given as readonly unknown[]) {
    const number = typeof item === "string" ? toE164(item) : null;
    if (number === null) throw badRequest("phone_numbers must be in E.164 format");
    const isWaiting = campaign.numbers.some((entry) => entry.number === number && !entry.called);
    if (isWaiting) errors.push(`${number} already imported, but not called`);
    else campaign.numbers.push({ id: company.nextId(), number, called: false, created_at: createdAt });
  }
  if (errors.length > 0) throw new RestError(422, { error: "Unprocessable Entity", success: false, errors: { dialer_campaign: errors } });
  campaignsOf(request).set(user, campaign);
  return updated(request, user);
}

function updated({ standIn: { company } }: RestRequest, user: User): { readonly status: number } {
  company.outputs.phone(user.id, "powerdialer_updated");
  return NOTHING;
}
