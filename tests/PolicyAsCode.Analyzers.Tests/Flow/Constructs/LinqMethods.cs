//# Select
void Leak(List<Customer> all) => Console.WriteLine([|string.Join(",", all.Select(c => c.Email))|]);
void Clean(List<Customer> all) => Console.WriteLine(string.Join(",", all.Select(c => c.City)));
//# Where, Select, First
void Leak(List<Customer> all) => Console.WriteLine([|all.Where(c => c.Number > 3).Select(c => c.Name).First()|]);
void Clean(List<Customer> all) => Console.WriteLine(all.Where(c => c.Email != "").Select(c => c.Number).First());
//# First, then the member
void Leak(List<Customer> all) { var one = all.First(c => c.Number == 1); Console.WriteLine([|one.Email|]); }
void Clean(List<Customer> all) { var one = all.First(c => c.Email == "x"); Console.WriteLine(one.City); }
//# SelectMany
void Leak(List<Customer> all) => Console.WriteLine([|all.SelectMany(c => c.Orders, (c, o) => c.Email + o.Number).First()|]);
void Clean(List<Customer> all) => Console.WriteLine(all.SelectMany(c => c.Orders, (c, o) => c.City + o.Number).First());
//# GroupBy, key
void Leak(List<Customer> all) { foreach (var g in all.GroupBy(c => c.Email)) Console.WriteLine([|g.Key|]); }
void Clean(List<Customer> all) { foreach (var g in all.GroupBy(c => c.City)) Console.WriteLine(g.Key); }
//# ToDictionary
void Leak(List<Customer> all) { var d = all.ToDictionary(c => c.Id, c => c.Email); Console.WriteLine([|d[Guid.Empty]|]); }
void Clean(List<Customer> all) { var d = all.ToDictionary(c => c.Id, c => c.City); Console.WriteLine(d[Guid.Empty]); }
//# ToLookup
void Leak(List<Customer> all) { var d = all.ToLookup(c => c.City, c => c.Email); Console.WriteLine([|d["x"].First()|]); }
void Clean(List<Customer> all) { var d = all.ToLookup(c => c.City, c => c.Number); Console.WriteLine(d["x"].First()); }
//# Aggregate
void Leak(List<Customer> all) => Console.WriteLine([|all.Aggregate("", (s, c) => s + c.Email)|]);
void Clean(List<Customer> all) => Console.WriteLine(all.Aggregate("", (s, c) => s + c.City));
//# Count and Any
void Leak(List<Customer> all) => Console.WriteLine([|all.Max(c => c.Email)|]);
void Clean(List<Customer> all) => Console.WriteLine(all.Count(c => c.Email.Length > 3));
//# OrderBy then Select
void Leak(List<Customer> all) { foreach (var m in all.OrderBy(c => c.City).Select(c => c.Email).Distinct().ToArray()) Console.WriteLine([|m|]); }
void Clean(List<Customer> all) { foreach (var m in all.OrderBy(c => c.Email).Select(c => c.City).Distinct().ToArray()) Console.WriteLine(m); }
//# Zip
void Leak(List<Customer> all, List<int> n) { foreach (var (mail, i) in all.Select(c => c.Email).Zip(n)) Console.WriteLine([|mail|]); }
void Clean(List<Customer> all, List<int> n) { foreach (var (mail, i) in all.Select(c => c.Email).Zip(n)) Console.WriteLine(i); }
//# Join
void Leak(List<Customer> all, List<Order> o) { foreach (var x in all.Join(o, c => c.Number, y => y.Number, (c, y) => c.Email)) Console.WriteLine([|x|]); }
void Clean(List<Customer> all, List<Order> o) { foreach (var x in all.Join(o, c => c.Email, y => y.Status, (c, y) => y.Number)) Console.WriteLine(x); }
//# FirstOrDefault and null-conditional
void Leak(List<Customer> all) => Console.WriteLine([|all.FirstOrDefault()?.Email|]);
void Clean(List<Customer> all) => Console.WriteLine(all.FirstOrDefault()?.City);
//# Chunk
void Leak(List<Customer> all) { foreach (var part in all.Select(c => c.Email).Chunk(5)) Console.WriteLine([|part[0]|]); }
void Clean(List<Customer> all) { foreach (var part in all.Select(c => c.Email).Chunk(5)) Console.WriteLine(part.Length); }
//# a projection by a method group
static string Mail(Customer c) => c.Email; static string Town(Customer c) => c.City;
void Leak(List<Customer> all) => Console.WriteLine([|all.Select(Mail).First()|]);
void Clean(List<Customer> all) => Console.WriteLine(all.Select(Town).First());
//# a queryable
void Leak(IQueryable<Customer> all) { var m = all.Select(c => c.Email).ToList(); Console.WriteLine([|m[0]|]); }
void Clean(IQueryable<Customer> all) { var m = all.Where(c => c.Email == "x").Select(c => c.City).ToList(); Console.WriteLine(m[0]); }
