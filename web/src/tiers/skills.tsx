// Skills: one's own for everybody of ours; people, certificates, gaps, learning and the catalogue
// for whoever leads them.

import { useSearch } from "@tanstack/react-router";
import { go } from "../base/go";
import { t } from "../base/i18n";
import { isStaff, may, useSession } from "../base/session";
import { Page } from "../ui/page";
import { type Tab, Tabs } from "../ui/tabs";
import { AllCertificates } from "./certificates";
import { Gaps } from "./gaps";
import { Learning } from "./learning";
import { Matrix } from "./matrix";
import { SkillCatalogue } from "./skill_catalogue";
import { PersonSection } from "./skill_person";

export function SkillsPage() {
  const search = useSearch({ strict: false }) as { tab?: string };
  const session = useSession();
  const tabs: Tab[] = [];
  if (may("tiers.own_skills") && isStaff()) {
    tabs.push({
      id: "own",
      title: t("tiers.own"),
      body: <PersonSection person={session.person} />,
    });
  }
  if (may("tiers.see_skills")) {
    tabs.push(
      { id: "matrix", title: t("tiers.matrix"), body: <Matrix /> },
      { id: "certificates", title: t("tiers.certificates"), body: <AllCertificates /> },
      { id: "gaps", title: t("tiers.gaps"), body: <Gaps /> },
      { id: "learning", title: t("tiers.learning"), body: <Learning /> },
    );
  }
  tabs.push({ id: "catalogue", title: t("tiers.catalogue"), body: <SkillCatalogue /> });
  const known = tabs.find((tab) => tab.id === search.tab) ?? tabs[0];
  return (
    <Page title={t("tiers.skills")}>
      <p className="mb-4 max-w-2xl text-muted">{t("tiers.skillsNote")}</p>
      <Tabs
        label={t("tiers.skills")}
        tabs={tabs}
        open={known?.id ?? ""}
        onOpen={(tab) => go("/skills", undefined, { tab })}
      />
    </Page>
  );
}
