#pragma once

// The verbs of skills, certificates, requirements and learning, and what routing asks of them.
//
// Everybody of ours sees and proposes what is about themselves; everybody's is for leads
// (see_skills, edit_skills). Whom an actor may not see is `missing`. A verb about one person raises
// the version of that person's row and records one event about it, or about the certificate.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "operations/operations.hpp"
#include "storage/timers.hpp"
#include "tiers/requirement_types.hpp"

namespace ogniwo::tiers {

// --- Skills

Result<SkillList> list_skills(const View& view, const Nothing&);
Result<Skill> add_skill(Work& work, const AddSkill& wish);
Result<Skill> edit_skill(Work& work, const EditSkill& wish);
// Refused as long as something asks for it.
Result<Nothing> retire_skill(Work& work, const RetireSkill& wish);

// Active staff, surname first, page by page.
Result<SkillMatrix> read_matrix(const View& view, const ReadMatrix& wish);
Result<PersonSkills> show_person_skills(const View& view, const ShowPersonSkills& wish);
Result<PersonSkills> set_skill(Work& work, const SetSkill& wish);
Result<PersonSkills> propose_skill(Work& work, const ProposeSkill& wish);
Result<PersonSkills> set_seniority(Work& work, const SetSeniority& wish);

// --- Certificates

Result<CertificateKindList> list_certificate_kinds(const View& view, const Nothing&);
Result<CertificateKind> add_certificate_kind(Work& work, const AddCertificateKind& wish);
Result<Nothing> retire_certificate_kind(Work& work, const RetireCertificateKind& wish);

Result<CertificateList> list_certificates(const View& view, const ListCertificates& wish);
// A lead's is confirmed at once, one's own is not.
Result<Certificate> add_certificate(Work& work, const AddCertificate& wish);
Result<Certificate> edit_certificate(Work& work, const EditCertificate& wish);
Result<Certificate> confirm_certificate(Work& work, const OfCertificate& wish);
Result<Nothing> remove_certificate(Work& work, const OfCertificate& wish);
// The file is stored before the transaction; a second one takes the place of the first.
Outcome attach_certificate_file_before(Outside& outside, AttachCertificateFile& wish);
Result<Certificate> attach_certificate_file(Work& work, const AttachCertificateFile& wish);
Result<FileAnswer> read_certificate_file(const View& view, const OfCertificate& wish);
Result<Certificate> put_reminder_aside(Work& work, const OfCertificate& wish);

// One reminder, and the timer of the next one.
inline constexpr std::string_view certificate_timer = "tiers.certificate";
Outcome certificate_due(Work& work, const Timer& timer);

// --- Requirements and learning

// What tickets may be about, for the slice above to tell: all categories that are in use.
using CategoriesOf = std::function<std::map<WorkCategoryId, WorkCategory>(Tx&)>;
void on_categories(CategoriesOf categories);

Result<RequirementList> list_requirements(const View& view, const Nothing&);
Result<RequirementList> set_requirement(Work& work, const SetRequirement& wish);
Result<RequirementList> remove_requirement(Work& work, const RemoveRequirement& wish);
Result<GapReport> read_gaps(const View& view, const Nothing&);

Result<LearningList> list_learning(const View& view, const ListLearning& wish);
Result<LearningTask> add_learning(Work& work, const AddLearning& wish);
Result<LearningTask> edit_learning(Work& work, const EditLearning& wish);

// --- For slices above, which have asked for their own rights already

// What these people have, and what they lack of what the place asks for, in their order.
std::vector<Fitness> fitness_for(const View& view,
                                 const std::vector<PersonId>& persons,
                                 const WorkPlace& place);

// Of the whole catalogue, the retired ones too.
struct SkillName {
    std::string pl{};
    std::string en{};
};
std::map<SkillId, SkillName> skill_names(Tx& tx);

PersonSkills skills_of_person(const View& view, PersonId person);
void erase_skills(Work& work, PersonId person);

}  // namespace ogniwo::tiers
