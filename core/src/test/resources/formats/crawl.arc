filedesc://crawl.arc 0.0.0.0 20240518000000 text/plain 66
1 0 Hand
URL IP-address Archive-date Content-type Archive-length


https://signal.example/bridge 192.0.2.1 20240518000001 text/html 207
HTTP/1.1 200 OK
Content-Type: text/html

<!doctype html><html><body><article><p>The swing bridge at Ollerby jammed open on Monday and cut the town in two, the canal board said.</p></article></body></html>
