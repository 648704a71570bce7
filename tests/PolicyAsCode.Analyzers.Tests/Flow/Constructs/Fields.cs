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
//# an undeclared field begins with a customer's data
static readonly Customer s_first = new();
static readonly string s_reached = {|PAC2005:s_first.Email|};
static readonly string s_place = s_first.City;
//# a field begins with what a helper returns that writes it down
static readonly Customer s_second = new();
static readonly int s_told = Tell([|s_second.Email|]);
static readonly int s_quiet = Tell(s_second.City);
static int Tell(string text) { Console.WriteLine(text); return 1; }
//# a field holds a function that writes it down
static readonly Action<Customer> s_show = c => Console.WriteLine([|c.Email|]);
static readonly Action<Customer> s_hide = c => Console.WriteLine(c.City);
//# an event begins with a function that writes it down
static event Action<Customer> Shown = c => Console.WriteLine([|c.Email|]);
static event Action<Customer> Hidden = c => Console.WriteLine(c.City);
//# a field of a class with a primary constructor
class Job(Customer c) { readonly string _mail = {|PAC2005:c.Email|}; readonly string _town = c.City; }
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
