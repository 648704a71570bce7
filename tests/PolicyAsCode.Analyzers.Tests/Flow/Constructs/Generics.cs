//# identity
static T Same<T>(T x) => x;
void Leak(Customer c) => Console.WriteLine([|Same(c.Email)|]);
void Clean(Customer c) => Console.WriteLine(Same(c.City));
//# of a customer
static T Same<T>(T x) => x;
void Leak(Customer c) => Console.WriteLine([|Same(c).Email|]);
void Clean(Customer c) => Console.WriteLine(Same(c).City);
//# constrained
static string Of<T>(T x) where T : Customer => x.Email; static string At<T>(T x) where T : Customer => x.City;
void Leak(Customer c) => Console.WriteLine([|Of(c)|]);
void Clean(Customer c) => Console.WriteLine(At(c));
//# a generic logger of ours
static void Note<T>(T what) => Console.WriteLine(what);
void Leak(Customer c) => Note([|c.Email|]);
void Clean(Customer c) => Note(c.City);
//# a generic logger given the customer
static void Note<T>(T what) => Console.WriteLine(what);
void Leak(Customer c) => Note([|c|]);
void Clean(Customer c) => Note(c.Number);
//+ a generic class's method
public class Pipe<T> { public T Pass(T x) => x; public int Count(T x) => 1; }
public class Use { public void Leak(Pipe<string> p, Customer c) => Console.WriteLine([|p.Pass(c.Email)|]);
    public void Clean(Pipe<string> p, Customer c) => Console.WriteLine(p.Count(c.Email)); }
//+ a generic box
public class Box<T> { public T? Value { get; set; } }
public class Use
{
    public void Leak(Box<string> b, Customer c) => b.Value = {|PAC2005:c.Email|};
    public void Clean(Box<string> b, Customer c) => b.Value = c.City;
}
//+ a box of customers
public class Box<T> { public T Value { get; set; } = default!; }
public class Use { public void Leak(Box<Customer> b) => Console.WriteLine([|b.Value.Email|]);
    public void Clean(Box<Customer> b) => Console.WriteLine(b.Value.City); }
//# two parameters
static TB Second<TA, TB>(TA a, TB b) => b;
void Leak(Customer c) => Console.WriteLine([|Second(c.City, c.Email)|]);
void Clean(Customer c) => Console.WriteLine(Second(c.Email, c.City));
//# Lazy
void Leak(Customer c) { var l = new Lazy<string>(() => c.Email); Console.WriteLine([|l.Value|]); }
void Clean(Customer c) { var l = new Lazy<string>(() => c.City); Console.WriteLine(l.Value); }
