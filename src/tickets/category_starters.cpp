#include "tickets/category_starters.hpp"

namespace ogniwo::tickets {
namespace {

StarterNode hardware(std::vector<StarterNode> more) {
    StarterNode node{"Sprzęt", "Hardware", std::move(more)};
    node.below.insert(node.below.begin(),
                      {{"Komputer", "Computer"}, {"Drukarka", "Printer"}, {"Telefon", "Phone"}});
    return node;
}

StarterNode programs(std::vector<StarterNode> more) {
    StarterNode node{"Programy", "Applications", std::move(more)};
    node.below.insert(
        node.below.begin(),
        {{"System operacyjny", "Operating system"}, {"Pakiet biurowy", "Office suite"}});
    return node;
}

std::vector<StarterNode> tree(std::vector<StarterNode> devices,
                              std::vector<StarterNode> applications,
                              std::vector<StarterNode> technical) {
    std::vector<StarterNode> below{hardware(std::move(devices)),
                                   programs(std::move(applications)),
                                   {"Sieć i internet", "Network and internet"},
                                   {"Poczta", "Mail"},
                                   {"Konta i hasła", "Accounts and passwords"},
                                   {"Bezpieczeństwo", "Security"},
                                   {"Kopie zapasowe", "Backups"}};
    below.insert(below.end(), technical.begin(), technical.end());
    return {{"Techniczne", "Technical", std::move(below)},
            {"Finansowe",
             "Financial",
             {{"Faktura", "Invoice"}, {"Umowa", "Contract"}, {"Zamówienie", "Order"}}},
            {"Inne", "Other"}};
}

}  // namespace

std::span<const StarterNode> starters_of(Sector sector) {
    static const std::vector<StarterNode> office =
        tree({{"Skaner", "Scanner"}, {"Sala konferencyjna", "Meeting room"}},
             {{"Księgowość", "Accounting"}, {"Obieg dokumentów", "Document workflow"}},
             {});
    static const std::vector<StarterNode> retail =
        tree({{"Kasa", "Till"},
              {"Drukarka fiskalna", "Fiscal printer"},
              {"Terminal płatniczy", "Payment terminal"},
              {"Czytnik kodów", "Barcode scanner"},
              {"Waga", "Scales"}},
             {{"Program sprzedaży", "Point of sale"}, {"Magazyn", "Stock keeping"}},
             {{"Sklep internetowy", "Web shop"}});
    static const std::vector<StarterNode> production =
        tree({{"Terminal na hali", "Shop floor terminal"},
              {"Drukarka etykiet", "Label printer"},
              {"Sterownik maszyny", "Machine controller"}},
             {{"System ERP", "ERP"}, {"System produkcyjny", "Manufacturing execution system"}},
             {{"Sieć przemysłowa", "Industrial network"}});
    static const std::vector<StarterNode> software =
        tree({{"Serwer testowy", "Test server"}},
             {{"Środowisko programisty", "Development environment"},
              {"Repozytorium kodu", "Code repository"}},
             {{"Budowanie i wdrożenia", "Builds and deployment"}, {"Chmura", "Cloud"}});
    switch (sector) {
        case Sector::office:
            return office;
        case Sector::retail:
            return retail;
        case Sector::production:
            return production;
        case Sector::software:
            return software;
    }
    return {};
}

}  // namespace ogniwo::tickets
