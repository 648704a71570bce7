//# a member
void Leak(Customer c) { var x = new { c.Email, c.City }; Console.WriteLine([|x.Email|]); }
void Clean(Customer c) { var x = new { c.Email, c.City }; Console.WriteLine(x.City); }
//# whole
void Leak(Customer c) => Console.WriteLine([|new { c.Id, c.Email }|]);
void Clean(Customer c) => Console.WriteLine(new { c.Id, c.City });
//# renamed
void Leak(Customer c) { var x = new { To = c.Name }; Console.WriteLine([|x.To|]); }
void Clean(Customer c) { var x = new { To = c.City }; Console.WriteLine(x.To); }
//# in a projection
void Leak(List<Customer> all) { foreach (var x in all.Select(c => new { c.Number, Mail = c.Email })) Console.WriteLine([|x.Mail|]); }
void Clean(List<Customer> all) { foreach (var x in all.Select(c => new { c.Number, Mail = c.Email })) Console.WriteLine(x.Number); }
//# with
void Leak(Customer c) { var x = new { A = "", B = 1 }; var y = x with { A = c.Email }; Console.WriteLine([|y.A|]); }
void Clean(Customer c) { var x = new { A = "", B = 1 }; var y = x with { A = c.City }; Console.WriteLine(y.A); }
//# nested
void Leak(Customer c) { var x = new { In = new { c.Email, c.City } }; Console.WriteLine([|x.In.Email|]); }
void Clean(Customer c) { var x = new { In = new { c.Email, c.City } }; Console.WriteLine(x.In.City); }
//# serialised
void Leak(Customer c) => Console.WriteLine([|JsonSerializer.Serialize(new { c.Number, c.Phone })|]);
void Clean(Customer c) => Console.WriteLine(JsonSerializer.Serialize(new { c.Number, c.City }));
//# as a log's argument
void Leak(Customer c) => log.LogInformation("{@Who}", [|new { c.Email }|]);
void Clean(Customer c) => log.LogInformation("{@Who}", new { c.Number });
