/** What tests of Japanese texts share. */
import { modules } from "../../../modules";
import type { ModuleModel } from "../../../src/render/model";

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Whether a text has a sign that only Japanese has. */
export const isJapanese = (text: string): boolean => JAPANESE.test(text);

/** The modules of the pack with their Japanese texts. */
export const models: readonly ModuleModel[] = modules.map((module): ModuleModel => module.generate("ja"));
