//# a static field is written
static string s_last = ""; static string s_town = "";
void Leak(Customer c) => s_last = {|PAC2005:c.Email|};
void Clean(Customer c) => s_town = c.City;
//+ of another class
public static class Cache { public static string Last = ""; public static string Town = ""; }
public class Use
{
    public void Leak(Customer c) => Cache.Last = {|PAC2005:c.Email|};
    public void Clean(Customer c) => Cache.Town = c.City;
}
//+ a declared static
public static class Cache { [DataCategory("contact.email")] public static string Last = ""; public static string Town = ""; }
public class Use { public void Leak() => Console.WriteLine([|Cache.Last|]);
    public void Clean() => Console.WriteLine(Cache.Town); }
//+ a static dictionary
public static class Cache { public static readonly Dictionary<int, string> All = []; public static readonly Dictionary<int, string> Towns = []; }
public class Use
{
    public void Leak(Customer c) => {|PAC2005:Cache.All|}[1] = c.Email;
    public void Clean(Customer c) => Cache.Towns[1] = c.City;
}
//+ a static helper class
public static class Text { public static string Of(Customer c) => c.Name; public static string At(Customer c) => c.City; }
public class Use { public void Leak(Customer c) => Console.WriteLine([|Text.Of(c)|]);
    public void Clean(Customer c) => Console.WriteLine(Text.At(c)); }
//# AsyncLocal
static readonly AsyncLocal<string> s_now = new(); static readonly AsyncLocal<string> s_town = new();
void Leak(Customer c) => {|PAC2005:s_now|}.Value = c.Email;
void Clean(Customer c) => s_town.Value = c.City;
//+ a singleton's method
public class Journal { public static Journal Now { get; } = new(); public void Note(string s) => Console.WriteLine(s); }
public class Use { public void Leak(Customer c) => Journal.Now.Note([|c.Email|]);
    public void Clean(Customer c) => Journal.Now.Note(c.City); }
//+ a static property with logic
public static class Cache { static Customer s_one = new(); public static string Mail => s_one.Email; public static string Town => s_one.City; }
public class Use { public void Leak() => Console.WriteLine([|Cache.Mail|]);
    public void Clean() => Console.WriteLine(Cache.Town); }
