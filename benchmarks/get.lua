-- For wrk: the same GET again and again.  wrk ... URL -- TOKEN   (empty: anonymous)
function init(words)
  if words[1] and words[1] ~= "" then wrk.headers["Authorization"] = "Bearer " .. words[1] end
end

dofile(os.getenv("OGNIWO_WRK_REPORT"))
