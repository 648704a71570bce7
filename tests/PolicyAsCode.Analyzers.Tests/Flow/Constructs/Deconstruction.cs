//# a tuple literal
void Leak(Customer c) { var (a, b) = (c.Email, c.City); Console.WriteLine([|a|]); }
void Clean(Customer c) { var (a, b) = (c.Email, c.City); Console.WriteLine(b); }
//# a tuple from a helper
static (string Mail, string Town) Parts(Customer c) => (c.Email, c.City);
void Leak(Customer c) { var (mail, town) = Parts(c); Console.WriteLine([|mail|]); }
void Clean(Customer c) { var (mail, town) = Parts(c); Console.WriteLine(town); }
//# swap
void Leak(Customer c) { var (a, b) = (c.Email, ""); (a, b) = (b, a); Console.WriteLine([|b|]); }
void Clean(Customer c) { var (a, b) = (c.Email, ""); (a, b) = (b, a); Console.WriteLine(a); }
//# discards
void Leak(Customer c) { var (_, b) = (c.City, c.Email); Console.WriteLine([|b|]); }
void Clean(Customer c) { var (_, b) = (c.Email, c.City); Console.WriteLine(b); }
//# nested
void Leak(Customer c) { var ((a, b), n) = ((c.City, c.Email), 1); Console.WriteLine([|b|]); }
void Clean(Customer c) { var ((a, b), n) = ((c.City, c.Email), 1); Console.WriteLine(a); }
//+ a Deconstruct of ours
public class Contact { public Customer Who = new(); public void Deconstruct(out string mail, out string town) { mail = Who.Email; town = Who.City; } }
public class Use
{
    public void Leak(Contact one) { var (mail, town) = one; Console.WriteLine([|mail|]); }
    public void Clean(Contact one) { var (mail, town) = one; Console.WriteLine(town); }
}
//# in foreach
void Leak(List<(string Mail, int N)> all, Customer c) { all.Add((c.Email, 1)); foreach (var (mail, n) in all) Console.WriteLine([|mail|]); }
void Clean(List<(string Mail, int N)> all, Customer c) { all.Add((c.Email, 1)); foreach (var (mail, n) in all) Console.WriteLine(n); }
//# a dictionary's pair
void Leak(Customer c) { var all = new Dictionary<int, string> { [1] = c.Email }; foreach (var (key, value) in all) Console.WriteLine([|value|]); }
void Clean(Customer c) { var all = new Dictionary<int, string> { [1] = c.Email }; foreach (var (key, value) in all) Console.WriteLine(key); }
//# into fields
string _kept = ""; string _town = "";
void Leak(Customer c) => (_kept, _) = ({|PAC2005:c.Email|}, 1);
void Clean(Customer c) => (_town, _) = (c.City, 1);
//+ an extension Deconstruct
public static class Split { public static void Deconstruct(this Customer c, out string mail, out string town) { mail = c.Email; town = c.City; } }
public class Use
{
    public void Leak(Customer c) { var (mail, town) = c; Console.WriteLine([|mail|]); }
    public void Clean(Customer c) { var (mail, town) = c; Console.WriteLine(town); }
}
