//# an object
void Leak(Customer c) => Console.WriteLine([|JsonSerializer.Serialize(c)|]);
void Clean(Customer c) => Console.WriteLine(JsonSerializer.Serialize(c.Number));
//# kept in a local
void Leak(Customer c) { var json = JsonSerializer.Serialize(c); Console.WriteLine([|json|]); }
void Clean(Customer c) { var json = JsonSerializer.Serialize(new { c.Id }); Console.WriteLine(json); }
//# a list
void Leak(List<Order> all) => Console.WriteLine([|JsonSerializer.Serialize(all)|]);
void Clean(List<Order> all) => Console.WriteLine(JsonSerializer.Serialize(all.Select(o => o.Total)));
//# to bytes
void Leak(Customer c) => Console.WriteLine([|Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(c))|]);
void Clean(Customer c) => Console.WriteLine(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(c.City)));
//# read back
void Leak(string json) => Console.WriteLine([|JsonSerializer.Deserialize<Customer>(json)!.Email|]);
void Clean(string json) => Console.WriteLine(JsonSerializer.Deserialize<Customer>(json)!.City);
//# a text, read back as another type
void Leak(Customer c) { var json = JsonSerializer.Serialize(c.Email); Console.WriteLine([|JsonSerializer.Deserialize<string>(json)|]); }
void Clean(Customer c) { var json = JsonSerializer.Serialize(c.City); Console.WriteLine(JsonSerializer.Deserialize<string>(json)); }
//# a JSON node
void Leak(Customer c) { var node = new System.Text.Json.Nodes.JsonObject { ["mail"] = c.Email }; Console.WriteLine([|node.ToJsonString()|]); }
void Clean(Customer c) { var node = new System.Text.Json.Nodes.JsonObject { ["town"] = c.City }; Console.WriteLine(node.ToJsonString()); }
//# by a helper of ours
static string Json<T>(T one) => JsonSerializer.Serialize(one);
void Leak(Customer c) => Console.WriteLine([|Json(c)|]);
void Clean(Customer c) => Console.WriteLine(Json(c.Number));
//# a writer
void Leak(Customer c) { using var s = new MemoryStream(); using var w = new Utf8JsonWriter(s); w.WriteString("mail", c.Email); w.Flush(); Console.WriteLine([|Encoding.UTF8.GetString(s.ToArray())|]); }
void Clean(Customer c) { using var s = new MemoryStream(); using var w = new Utf8JsonWriter(s); w.WriteString("town", c.City); w.Flush(); Console.WriteLine(Encoding.UTF8.GetString(s.ToArray())); }
