//# select
void Leak(List<Customer> all) { var q = from c in all select c.Email; foreach (var x in q) Console.WriteLine([|x|]); }
void Clean(List<Customer> all) { var q = from c in all select c.City; foreach (var x in q) Console.WriteLine(x); }
//# where and order
void Leak(List<Customer> all) { foreach (var x in from c in all where c.Number > 1 orderby c.City select c.Name) Console.WriteLine([|x|]); }
void Clean(List<Customer> all) { foreach (var x in from c in all where c.Email != "" orderby c.Name select c.City) Console.WriteLine(x); }
//# let
void Leak(List<Customer> all) { foreach (var x in from c in all let m = c.Email.Trim() where m != "" select m) Console.WriteLine([|x|]); }
void Clean(List<Customer> all) { foreach (var x in from c in all let m = c.Email.Trim() where m != "" select c.City) Console.WriteLine(x); }
//# two froms
void Leak(List<Customer> all) { foreach (var x in from c in all from o in c.Orders select c.Email + o.Number) Console.WriteLine([|x|]); }
void Clean(List<Customer> all) { foreach (var x in from c in all from o in c.Orders select o.Number) Console.WriteLine(x); }
//# join
void Leak(List<Customer> all, List<Order> os) { foreach (var x in from c in all join o in os on c.Number equals o.Number select c.Phone) Console.WriteLine([|x|]); }
void Clean(List<Customer> all, List<Order> os) { foreach (var x in from c in all join o in os on c.Number equals o.Number select o.Status) Console.WriteLine(x); }
//# group by
void Leak(List<Customer> all) { foreach (var g in from c in all group c by c.Email) Console.WriteLine([|g.Key|]); }
void Clean(List<Customer> all) { foreach (var g in from c in all group c by c.City) Console.WriteLine(g.Key); }
//# into
void Leak(List<Customer> all) { foreach (var x in from c in all select c.Email into m where m.Length > 2 select m + "!") Console.WriteLine([|x|]); }
void Clean(List<Customer> all) { foreach (var x in from c in all select c.City into m where m.Length > 2 select m + "!") Console.WriteLine(x); }
//# an anonymous row
void Leak(List<Customer> all) { foreach (var x in from c in all select new { c.Number, c.Email }) Console.WriteLine([|x.Email|]); }
void Clean(List<Customer> all) { foreach (var x in from c in all select new { c.Number, c.Email }) Console.WriteLine(x.Number); }
