#pragma once

// The verbs of moving in. A file is taken apart before the transaction; where it has more rows than
// one transaction should write, they are stored before it as well, in short ones of their own;
// trying and bringing in are jobs, chunk by chunk, each with its place in the same transaction.
// Rows are brought in with the rights of whoever started it.

#include "moving/types.hpp"
#include "operations/operations.hpp"
#include "storage/jobs.hpp"
#include "storage/work.hpp"

namespace ogniwo::moving {

// Order: right, no base64, too large, unreadable, empty.
Outcome upload_before(Outside& outside, UploadTable& wish);
Result<Moving> upload(Work& work, const UploadTable& wish);
// The same with the bytes themselves, and without asking for a right.
Outcome take_apart(Outside& outside, UploadTable& wish, std::string bytes);

Result<MovingList> list_movings(const View& view, const ListMovings& wish);
Result<Moving> show_moving(const View& view, const ShowMoving& wish);
Result<SourceList> list_sources(const View& view, const ListSources& wish);

// Order: running, forgotten, the mapping. A dry run writes nothing but its report.
Result<Moving> start_moving(Work& work, const StartMoving& wish);

Result<MovedRowList> list_rows(const View& view, const ListRows& wish);
Result<RowTable> write_rows(const View& view, const ListRows& wish);

inline constexpr std::string_view moving_job = "moving.rows";
Result<Chunk> work_on_rows(Work& work, Job& job);

// Files that were never used after a day, and the cells of the others after a week, some hundred
// rows at a time.
void forget_files(Work& work);

}  // namespace ogniwo::moving
