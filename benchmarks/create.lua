-- For wrk: a POST with a new idempotency key each time.  wrk ... URL -- PATH TOKEN BODY PREFIX
local head, tail
local number = 0

function init(words)
  head = "POST " .. words[1] .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port ..
      "\r\nAuthorization: Bearer " .. words[2] .. "\r\nContent-Type: application/json" ..
      "\r\nContent-Length: " .. #words[3] .. "\r\nIdempotency-Key: " .. words[4]
  tail = "\r\n\r\n" .. words[3]
end

function request()
  number = number + 1
  return head .. number .. tail
end

dofile(os.getenv("OGNIWO_WRK_REPORT"))
