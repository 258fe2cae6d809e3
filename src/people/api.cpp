#include "people/api.hpp"

#include "people/access_api.hpp"
#include "people/directory_api.hpp"
#include "people/merge_api.hpp"

namespace ogniwo::people {

void mount(Operations& operations) {
    mount_access(operations);
    mount_directory(operations);
    mount_merges(operations);
}

}  // namespace ogniwo::people
