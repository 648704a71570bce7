//# a declared field is read
[DataCategory("contact.email")] string _email = "";
string _city = "";
void Leak() => Console.WriteLine([|_email|]);
void Clean() => Console.WriteLine(_city);
//# an undeclared field is written
string _last = ""; string _town = "";
void Leak(Customer c) => _last = {|PAC2005:c.Email|};
void Clean(Customer c) => _town = c.City;
//# a field written by a helper
string _last = ""; string _town = "";
void Keep(string text) => _last = text;
void Put(string text) => _town = text;
void Leak(Customer c) => Keep({|PAC2005:c.Email|});
void Clean(Customer c) => Put(c.City);
//# a field of another object
class Row { public string Mail = ""; public string Town = ""; }
void Leak(Row row, Customer c) => row.Mail = {|PAC2005:c.Email|};
void Clean(Row row, Customer c) => row.Town = c.City;
//# a field's initialiser reads a static customer
static readonly Customer s_root = new();
[DataCategory("contact.email")] static readonly string s_mail = s_root.Email;
static readonly string s_town = s_root.City;
void Leak() => Console.WriteLine([|s_mail|]);
void Clean() => Console.WriteLine(s_town);
//# a field that holds a customer
Customer _customer = new(); Order _order = new();
void Leak() => Console.WriteLine([|_customer|]);
void Clean() => Console.WriteLine(_order.Number);
//# a struct's field
struct Point { [DataCategory("contact.email")] public string Mail; public int X; }
void Leak(Point p) => Console.WriteLine([|p.Mail|]);
void Clean(Point p) => Console.WriteLine(p.X);
//# a list in a field is filled
List<string> _mails = []; List<string> _towns = [];
void Leak(Customer c) => {|PAC2005:_mails|}.Add(c.Email);
void Clean(Customer c) => _towns.Add(c.City);
//# a list in a field is filled through a local
List<string> _mails = []; List<string> _towns = [];
void Leak(Customer c) { var all = _mails; {|PAC2005:all|}.Add(c.Email); }
void Clean(Customer c) { var all = _towns; all.Add(c.City); }
//# a field compounded
string _trace = ""; string _path = "";
void Leak(Customer c) => _trace += {|PAC2005:c.Email|};
void Clean(Customer c) => _path += c.City;
