//# a member of a member
void Leak(Order o) => Console.WriteLine([|o.Customer.Email|]);
void Clean(Order o) => Console.WriteLine(o.Customer.City);
//# three deep
void Leak(Order o) => Console.WriteLine([|o.Customer.Partner!.Name|]);
void Clean(Order o) => Console.WriteLine(o.Customer.Partner!.City);
//# through a local that holds the inner object
void Leak(Order o) { var who = o.Customer; var text = who.Email; Console.WriteLine([|text|]); }
void Clean(Order o) { var who = o.Customer; var text = who.City; Console.WriteLine(text); }
//# the whole object by its type
void Leak(Order o) => Console.WriteLine([|o|]);
void Clean(Order o) => Console.WriteLine(o.Total);
//# an element's member
void Leak(Customer c) => Console.WriteLine([|c.Orders[0].Customer.Phone|]);
void Clean(Customer c) => Console.WriteLine(c.Orders[0].Status);
//# a member's method
void Leak(Order o) => Console.WriteLine([|o.Customer.Email.Trim().ToLowerInvariant()|]);
void Clean(Order o) => Console.WriteLine(o.Customer.City.Trim().ToLowerInvariant());
//# a member's length is none
void Leak(Order o) => Console.WriteLine([|o.Customer.Email.Substring(1)|]);
void Clean(Order o) => Console.WriteLine(o.Customer.Email.Length);
//# a null-conditional chain
void Leak(Order? o) => Console.WriteLine([|o?.Customer?.Partner?.Email|]);
void Clean(Order? o) => Console.WriteLine(o?.Customer?.Partner?.City);
