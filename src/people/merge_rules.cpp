#include "people/merge_rules.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"

namespace ogniwo::people::rules {
namespace {

Error too_many() {
    return {.reason = merged_too_many, .shown = {{"most", std::to_string(merged_most)}}};
}

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
    return std::ranges::find(list, value) != list.end();
}

template <class T>
bool share_one(const std::vector<T>& a, const std::vector<T>& b) {
    return std::ranges::any_of(a, [&](const T& value) { return contains(b, value); });
}

bool is_word_end(char c) {
    return c == ' ' || c == '\t' || c == '-' || c == '.' || c == ',' || c == '"' || c == '\'' ||
           c == '(' || c == ')' || c == '/' || c == '&' || c == '+' || c == '_';
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : fold(text)) {
        if (!is_word_end(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string together(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += word;
    return text;
}

// Forms of companies, as they are spelled at the end of a name, word by word.
constexpr std::array<std::string_view, 14> company_words{
    "sp", "spzoo", "z", "o", "oo", "sa", "s", "a", "j", "k", "c", "spk", "spj", "sc"};
constexpr std::array<std::string_view, 14> company_names{"spolka",
                                                         "ograniczona",
                                                         "odpowiedzialnoscia",
                                                         "akcyjna",
                                                         "jawna",
                                                         "komandytowa",
                                                         "cywilna",
                                                         "partnerska",
                                                         "prosta",
                                                         "ltd",
                                                         "limited",
                                                         "gmbh",
                                                         "inc",
                                                         "llc"};
// They stand before a name.
constexpr std::array<std::string_view, 4> trade_words{"phu", "fhu", "ppuh", "firma"};

bool is_company_form(const std::string& word) {
    return std::ranges::find(company_words, word) != company_words.end() ||
           std::ranges::find(company_names, word) != company_names.end();
}

// The addresses of an office, of machines, of whoever is there.
constexpr std::array<std::string_view, 20> shared_mailboxes{
    "biuro",  "info",     "kontakt", "sekretariat",   "recepcja",   "poczta",  "office",
    "mail",   "it",       "admin",   "administracja", "ksiegowosc", "faktury", "kadry",
    "serwis", "helpdesk", "support", "sprzedaz",      "zamowienia", "noreply"};

constexpr std::array<std::string_view, 20> mail_providers{
    "gmail.com",   "wp.pl",       "o2.pl",          "onet.pl",   "op.pl",
    "interia.pl",  "poczta.fm",   "poczta.onet.pl", "vp.pl",     "tlen.pl",
    "outlook.com", "hotmail.com", "live.com",       "yahoo.com", "icloud.com",
    "me.com",      "proton.me",   "protonmail.com", "gazeta.pl", "googlemail.com"};

// One letter more, less, or another one. Short names differ by less than that.
bool is_nearly(std::string_view a, std::string_view b) {
    constexpr std::size_t shortest = 6;
    if (a.size() > b.size()) std::swap(a, b);
    if (a.size() < shortest || b.size() - a.size() > 1) return false;
    const auto [left, right] = std::ranges::mismatch(a, b);
    const auto at = static_cast<std::size_t>(left - a.begin());
    const std::size_t skipped = a.size() == b.size() ? 1 : 0;
    return a.substr(std::min(at + skipped, a.size())) == b.substr(std::min(at + 1, b.size()));
}

bool are_called_alike(const CustomerTraits& a, const CustomerTraits& b) {
    return std::ranges::any_of(a.names, [&](const std::string& name) {
        return std::ranges::any_of(b.names, [&](const std::string& other) {
            return name == other || is_nearly(name, other);
        });
    });
}

// Everything that two of nearly one name have in common: the name without one of its letters.
std::vector<std::string> without_one(const std::string& name) {
    std::vector<std::string> shorter{name};
    for (std::size_t i = 0; i < name.size(); ++i) {
        std::string one = name;
        one.erase(i, 1);
        shorter.push_back(std::move(one));
    }
    return shorter;
}

// Who has something in common. Groups larger than `most` say nothing.
class Groups {
public:
    explicit Groups(std::size_t most) : most_(most) {}

    void add(const std::string& trait, std::size_t index) {
        if (!trait.empty()) members_[trait].insert(index);
    }
    void add_pairs(std::set<std::pair<std::size_t, std::size_t>>& pairs) const {
        for (const auto& [trait, members] : members_) {
            if (members.size() > most_) continue;
            for (auto one = members.begin(); one != members.end(); ++one) {
                for (auto other = std::next(one); other != members.end(); ++other) {
                    pairs.emplace(*one, *other);
                }
            }
        }
    }

private:
    std::size_t most_;
    std::map<std::string, std::set<std::size_t>> members_;
};

constexpr std::size_t namesakes_most = 10;
constexpr std::size_t sharing_most = 3;

template <class AnId, class Traits>
std::vector<Alike<AnId>> told(const std::set<std::pair<std::size_t, std::size_t>>& pairs,
                              const std::vector<Traits>& all,
                              AnId Traits::*id) {
    std::vector<Alike<AnId>> alike;
    for (const auto& [one, other] : pairs) {
        if (all[one].*id == all[other].*id) continue;
        auto reasons = likeness(all[one], all[other]);
        if (reasons.empty()) continue;
        alike.push_back({all[one].*id, all[other].*id, std::move(reasons)});
    }
    std::ranges::stable_sort(alike, [](const auto& a, const auto& b) {
        if (a.reasons.size() != b.reasons.size()) return a.reasons.size() > b.reasons.size();
        return a.reasons < b.reasons;
    });
    return alike;
}

}  // namespace

// --- Merging

Outcome may_merge(const PersonSide& person, const PersonSide& into) {
    if (person.is_erased || into.is_erased) return person_erased;
    if (person.merged_into) return person_merged;
    if (person.person == into.person) return merged_into_itself;
    if (person.is_staff != into.is_staff) return merge_sides_differ;
    if (person.merged > 0) return has_merged;
    if (into.is_disabled && !person.is_disabled) return merge_into_disabled;
    if (into.merged + 2 > merged_most) return too_many();
    return Nothing{};
}

Outcome may_unmerge(const PersonSide& person) {
    if (person.is_erased) return person_erased;
    if (!person.merged_into) return person_not_merged;
    return Nothing{};
}

bool nips_differ(const CustomerSide& customer, const CustomerSide& into) {
    return !customer.nip.empty() && !into.nip.empty() && customer.nip != into.nip;
}

Outcome may_merge(const CustomerSide& customer, const CustomerSide& into, bool is_known) {
    if (customer.merged_into) return customer_merged;
    if (customer.customer == into.customer) return merged_into_itself;
    if (customer.merged > 0) return customer_has_merged;
    if (into.merged + 2 > merged_most) return too_many();
    if (nips_differ(customer, into) && !is_known) return people::nips_differ;
    return Nothing{};
}

Outcome may_unmerge(const CustomerSide& customer) {
    if (!customer.merged_into) return customer_not_merged;
    return Nothing{};
}

bool ends_with_merge(const std::vector<CustomerId>& here,
                     const std::vector<CustomerId>& other,
                     const Standing& holder,
                     const std::optional<Standing>& giver) {
    if (share_one(holder.belongs, other) || share_one(holder.roles, other)) return true;
    if (!giver || giver->is_everywhere || share_one(giver->roles, here)) return false;
    return !giver->is_staff || share_one(giver->roles, other);
}

std::vector<CustomerId> belonging_after(const std::vector<CustomerId>& before,
                                        const std::vector<CustomerId>& wanted,
                                        const std::map<CustomerId, CustomerId>& goes_on) {
    const auto shown = [&](CustomerId customer) { return shown_as(customer, goes_on); };
    std::set<CustomerId> asked;
    for (const CustomerId customer : wanted) asked.insert(shown(customer));
    std::vector<CustomerId> after;
    std::set<CustomerId> kept;
    for (const CustomerId customer : before) {
        if (!asked.contains(shown(customer))) continue;
        after.push_back(customer);
        kept.insert(shown(customer));
    }
    for (const CustomerId customer : wanted) {
        if (kept.insert(shown(customer)).second) after.push_back(customer);
    }
    return after;
}

// --- Likeness

std::string name_trait(std::string_view given_name, std::string_view family_name) {
    std::vector<std::string> words = words_in(given_name);
    for (std::string& word : words_in(family_name)) words.push_back(std::move(word));
    if (words.size() < 2) return {};
    std::ranges::sort(words);
    std::string trait;
    for (const std::string& word : words) trait += word + " ";
    return trait;
}

std::string mailbox_trait(std::string_view folded_address) {
    constexpr std::size_t shortest = 4;
    std::string_view name = folded_address.substr(0, folded_address.find('@'));
    name = name.substr(0, name.find('+'));
    std::string trait = together(words_in(name));
    const bool is_shared = std::ranges::find(shared_mailboxes, trait) != shared_mailboxes.end();
    return is_shared || trait.size() < shortest ? std::string() : trait;
}

std::string company_trait(std::string_view name) {
    std::vector<std::string> words = words_in(name);
    if (words.empty()) return {};
    while (words.size() > 1 && is_company_form(words.back())) words.pop_back();
    const bool is_trade = std::ranges::find(trade_words, words.front()) != trade_words.end();
    if (words.size() > 1 && is_trade) words.erase(words.begin());
    return together(words);
}

bool is_own_domain(std::string_view domain) {
    return std::ranges::find(mail_providers, domain) == mail_providers.end();
}

std::vector<Likeness> likeness(const PersonTraits& a, const PersonTraits& b) {
    std::vector<Likeness> reasons;
    if (!a.name.empty() && a.name == b.name) reasons.push_back(Likeness::name);
    if (share_one(a.phones, b.phones)) reasons.push_back(Likeness::phone);
    if (share_one(a.mailboxes, b.mailboxes)) reasons.push_back(Likeness::mailbox);
    return reasons;
}

std::vector<Likeness> likeness(const CustomerTraits& a, const CustomerTraits& b) {
    std::vector<Likeness> reasons;
    if (are_called_alike(a, b)) reasons.push_back(Likeness::name);
    if (share_one(a.numbers, b.numbers)) reasons.push_back(Likeness::registry);
    if (share_one(a.domains, b.domains)) reasons.push_back(Likeness::domain);
    return reasons;
}

std::vector<Alike<PersonId>> alike_persons(const std::vector<PersonTraits>& persons) {
    Groups names(namesakes_most);
    Groups shared(sharing_most);
    for (std::size_t i = 0; i < persons.size(); ++i) {
        names.add(persons[i].name, i);
        for (const std::string& phone : persons[i].phones) shared.add("p" + phone, i);
        for (const std::string& mailbox : persons[i].mailboxes) shared.add("m" + mailbox, i);
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    names.add_pairs(pairs);
    shared.add_pairs(pairs);
    return told(pairs, persons, &PersonTraits::person);
}

std::vector<Alike<CustomerId>> alike_customers(const std::vector<CustomerTraits>& customers) {
    Groups names(namesakes_most);
    Groups shared(sharing_most);
    for (std::size_t i = 0; i < customers.size(); ++i) {
        for (const std::string& name : customers[i].names) {
            for (const std::string& shorter : without_one(name)) names.add(shorter, i);
        }
        for (const std::string& number : customers[i].numbers) shared.add("n" + number, i);
        for (const std::string& domain : customers[i].domains) shared.add("d" + domain, i);
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    names.add_pairs(pairs);
    shared.add_pairs(pairs);
    return told(pairs, customers, &CustomerTraits::customer);
}

}  // namespace ogniwo::people::rules
