#include "people/company_store.hpp"

#include "people/stored_json.hpp"

namespace ogniwo::people::store {
namespace {

const Sql find_sql{"people.find_company", R"sql(
    SELECT id, version, is_default, name, legal_name, nip, regon, krs, iban, address, email, web,
           hours_text, hours, language, zone
      FROM company WHERE id = $1
)sql"};

const Sql default_sql{"people.default_company", R"sql(
    SELECT id FROM company WHERE is_default
)sql"};

const Sql ids_sql{"people.list_companies", R"sql(
    SELECT id FROM company ORDER BY is_default DESC, id
)sql"};

const Sql phones_sql{"people.phones_of_company", R"sql(
    SELECT number, extension, note FROM company_phone WHERE company = $1 ORDER BY place
)sql"};

const Sql insert_sql{"people.insert_company", R"sql(
    INSERT INTO company (version, is_default, name, legal_name, nip, regon, krs, iban, address,
                         email, web, hours_text, hours, language, zone)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    RETURNING id
)sql"};

const Sql update_sql{"people.update_company", R"sql(
    UPDATE company
       SET name = $2, legal_name = $3, nip = $4, regon = $5, krs = $6, iban = $7, address = $8,
           email = $9, web = $10, hours_text = $11, hours = $12, language = $13, zone = $14
     WHERE id = $1
)sql"};

const Sql touch_sql{"people.touch_company", R"sql(
    UPDATE company SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version
)sql"};

const Sql clear_default_sql{"people.clear_default_company", R"sql(
    UPDATE company SET version = version + 1, is_default = FALSE WHERE is_default AND id <> $1
)sql"};

const Sql set_default_sql{"people.set_default_company", R"sql(
    UPDATE company SET is_default = TRUE WHERE id = $1
)sql"};

const Sql delete_phones_sql{"people.delete_company_phones", R"sql(
    DELETE FROM company_phone WHERE company = $1
)sql"};

const Sql insert_phone_sql{"people.insert_company_phone", R"sql(
    INSERT INTO company_phone (company, place, number, extension, note)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

Company read_company(const Row& row) {
    Company company;
    company.company = row.get<CompanyId>("id");
    company.version = row.get<std::int64_t>("version");
    company.is_default = row.get<bool>("is_default");
    company.name = row.get<std::string>("name");
    company.legal_name = row.get<std::string>("legal_name");
    company.nip = row.get<std::string>("nip");
    company.regon = row.get<std::string>("regon");
    company.krs = row.get<std::string>("krs");
    company.iban = row.get<std::string>("iban");
    company.address = read_address(row, "address");
    company.email = row.get<std::string>("email");
    company.web = row.get<std::string>("web");
    company.hours_text = row.get<std::string>("hours_text");
    company.hours = read_hours(row);
    company.language = row.get<Language>("language");
    company.zone = row.get<std::string>("zone");
    return company;
}

NotedPhone read_phone(const Row& row) {
    return {.number = row.get<std::string>("number"),
            .extension = row.get<std::string>("extension"),
            .note = row.get<std::string>("note")};
}

void save_phones(Tx& tx, CompanyId company, const std::vector<NotedPhone>& phones) {
    tx.run(delete_phones_sql, company);
    for (std::size_t i = 0; i < phones.size(); ++i) {
        const NotedPhone& phone = phones[i];
        tx.run(insert_phone_sql, company, i, phone.number, phone.extension, phone.note);
    }
}

}  // namespace

std::optional<Company> find_company(Tx& tx, CompanyId id) {
    auto company = tx.find(read_company, find_sql, id);
    if (company) company->phones = tx.all(read_phone, phones_sql, id);
    return company;
}

std::optional<Company> find_default_company(Tx& tx) {
    const auto id = tx.first<CompanyId>(default_sql);
    if (!id) return std::nullopt;
    return find_company(tx, *id);
}

std::vector<Company> list_companies(Tx& tx) {
    std::vector<Company> companies;
    for (const CompanyId id : tx.all(first_column<CompanyId>, ids_sql)) {
        companies.push_back(*find_company(tx, id));
    }
    return companies;
}

CompanyId insert_company(Tx& tx, const CompanyCard& card) {
    const bool first = !tx.first<CompanyId>(default_sql).has_value();
    const auto id = tx.one<CompanyId>(insert_sql,
                                      first,
                                      card.name,
                                      card.legal_name,
                                      card.nip,
                                      card.regon,
                                      card.krs,
                                      card.iban,
                                      stored(card.address),
                                      card.email,
                                      card.web,
                                      card.hours_text,
                                      to_json(card.hours),
                                      card.language,
                                      card.zone);
    save_phones(tx, id, card.phones);
    return id;
}

void update_company(Tx& tx, CompanyId company, const CompanyCard& card) {
    tx.run(update_sql,
           company,
           card.name,
           card.legal_name,
           card.nip,
           card.regon,
           card.krs,
           card.iban,
           stored(card.address),
           card.email,
           card.web,
           card.hours_text,
           to_json(card.hours),
           card.language,
           card.zone);
    save_phones(tx, company, card.phones);
}

void make_default(Tx& tx, CompanyId company) {
    tx.run(clear_default_sql, company);
    tx.run(set_default_sql, company);
}

std::optional<std::int64_t> touch_company(Tx& tx, CompanyId company, std::int64_t version) {
    return tx.first<std::int64_t>(touch_sql, company, version);
}

}  // namespace ogniwo::people::store
