//+ an extension method that logs
public static class E { public static void Note(this string s) => Console.WriteLine(s); }
public class Use
{
    public void Leak(Customer c) => [|c.Email|].Note();
    public void Clean(Customer c) => c.City.Note();
}
//+ an extension method that returns
public static class E { public static string Mail(this Customer c) => c.Email; public static string Town(this Customer c) => c.City; }
public class Use { public void Leak(Customer c) => Console.WriteLine([|c.Mail()|]);
    public void Clean(Customer c) => Console.WriteLine(c.Town()); }
//+ an extension method called as static
public static class E { public static void Note(this string s) => Console.WriteLine(s); }
public class Use { public void Leak(Customer c) => E.Note([|c.Email|]);
    public void Clean(Customer c) => E.Note(c.City); }
//+ a block's method that logs its receiver
public static class E { extension(string s) { public void Note() => Console.WriteLine(s); } }
public class Use
{
    public void Leak(Customer c) => [|c.Email|].Note();
    public void Clean(Customer c) => c.City.Note();
}
//+ a block's method that reads its receiver
public static class E { extension(Customer c) { public string Mail() => c.Email; public string Town() => c.City; } }
public class Use { public void Leak(Customer c) => Console.WriteLine([|c.Mail()|]);
    public void Clean(Customer c) => Console.WriteLine(c.Town()); }
//+ a block's property that reads its receiver
public static class E { extension(Customer c) { public string Line => "<" + c.Email + ">"; public string Place => "<" + c.City + ">"; } }
public class Use { public void Leak(Customer c) => Console.WriteLine([|c.Line|]);
    public void Clean(Customer c) => Console.WriteLine(c.Place); }
//+ a block's property that hands its receiver on
public static class E { extension(string s) { public string Framed => "<" + s + ">"; public int Size => s.Length; } }
public class Use { public void Leak(Customer c) => Console.WriteLine([|c.Email.Framed|]);
    public void Clean(Customer c) => Console.WriteLine(c.Email.Size); }
//+ a block's method that logs its argument
public static class E { extension(Customer c) { public void Tell(string s) => Console.WriteLine(s); } }
public class Use { public void Leak(Customer c) => c.Tell([|c.Email|]);
    public void Clean(Customer c) => c.Tell(c.City); }
//+ a block's static method
public static class E { extension(Customer) { public static void Tell(string s) => Console.WriteLine(s); } }
public class Use { public void Leak(Customer c) => Customer.Tell([|c.Email|]);
    public void Clean(Customer c) => Customer.Tell(c.City); }
//+ a generic block
public static class E { extension<T>(T one) { public T Tee() { Console.WriteLine(one); return one; } } }
public class Use
{
    public void Leak(Customer c) => [|c.Email|].Tee();
    public void Clean(Customer c) => c.City.Tee();
}
//+ an extension over a sequence
public static class E { public static IEnumerable<string> Mails(this IEnumerable<Customer> all) => all.Select(c => c.Email); public static IEnumerable<string> Towns(this IEnumerable<Customer> all) => all.Select(c => c.City); }
public class Use { public void Leak(List<Customer> all) => Console.WriteLine([|all.Mails().First()|]);
    public void Clean(List<Customer> all) => Console.WriteLine(all.Towns().First()); }
