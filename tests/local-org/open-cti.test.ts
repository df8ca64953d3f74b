/**
 * Open CTI as the adapter page of any project meets it in the local org. Sources: Salesforce's Open CTI Developer Guide, pages "for
 * Lightning Experience".
 */
import { describe } from "node:test";
import { useOpenCti } from "../support/open-cti.ts";
import { boundaries } from "./open-cti/boundaries.ts";
import { clicks } from "./open-cti/clicks.ts";
import { navigation } from "./open-cti/navigation.ts";
import { panel } from "./open-cti/panel.ts";
import { records } from "./open-cti/records.ts";
import { screenPops } from "./open-cti/screen-pops.ts";
import { searches } from "./open-cti/searches.ts";

const desk = useOpenCti();

describe("arguments, versions and strangers", () => boundaries(desk));
describe("the softphone's panel and call center", () => panel(desk));
describe("screenPop", () => screenPops(desk));
describe("searchAndScreenPop", () => searches(desk));
describe("saveLog, runApex and refreshView", () => records(desk));
describe("onNavigationChange and getAppViewInfo", () => navigation(desk));
describe("click-to-dial and message channels", () => clicks(desk));
