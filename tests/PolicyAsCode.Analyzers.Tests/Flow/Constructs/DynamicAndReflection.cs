//# a dynamic customer, whole
void Leak(Customer c) { dynamic d = c; Console.WriteLine((object)[|d|]); }
void Clean(Customer c) { dynamic d = c.Number; Console.WriteLine((object)d); }
//# a dynamic's member
void Leak(Customer c) { dynamic d = c; object m = d.Email; Console.WriteLine([|m|]); }
void Clean(Customer c) { dynamic d = c.City; object m = d.Length; Console.WriteLine(m); }
//# an expando
void Leak(Customer c) { dynamic d = new System.Dynamic.ExpandoObject(); d.Mail = c.Email; Console.WriteLine((object)[|d.Mail|]); }
void Clean(Customer c) { dynamic d = new System.Dynamic.ExpandoObject(); d.Town = c.City; Console.WriteLine((object)d.Town); }
//# a property by reflection
void Leak(Customer c) => Console.WriteLine([|typeof(Customer).GetProperty("Email")!.GetValue(c)|]);
void Clean(Customer c) => Console.WriteLine(typeof(Customer).GetProperty("Email")!.Name);
//# all properties by reflection
void Leak(Customer c) { foreach (var p in c.GetType().GetProperties()) Console.WriteLine([|p.GetValue(c)|]); }
void Clean(Customer c) { foreach (var p in c.GetType().GetProperties()) Console.WriteLine(p.Name); }
//# the type's name
void Leak(object o) => Console.WriteLine([|((Customer)o).Email|]);
void Clean(Customer c) => Console.WriteLine(c.GetType().Name + nameof(c.Email));
