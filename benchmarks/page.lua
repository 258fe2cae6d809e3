-- For wrk: several GETs in turn.  wrk ... URL -- TOKEN PATH...
local requests = {}
local number = 0

function init(words)
  for i = 2, #words do
    requests[i - 1] = "GET " .. words[i] .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port ..
        "\r\nAuthorization: Bearer " .. words[1] .. "\r\n\r\n"
  end
end

function request()
  number = number % #requests + 1
  return requests[number]
end

dofile(os.getenv("OGNIWO_WRK_REPORT"))
