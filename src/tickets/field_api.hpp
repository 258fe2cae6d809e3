#pragma once

namespace ogniwo {
class Fields;
class Operations;
}  // namespace ogniwo

namespace ogniwo::tickets {

struct FieldQuery;

// Its members stand in the wish of the list itself.
void describe_field_query(Fields& fields, FieldQuery& query);

void mount_fields(Operations& operations);

}  // namespace ogniwo::tickets
