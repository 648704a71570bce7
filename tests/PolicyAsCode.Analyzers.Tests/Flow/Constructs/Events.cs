//# raised, with a handler of the class
event Action<string>? Sent; event Action<string>? Lost;
void Wire() { Sent += Note; Lost += Drop; }
static void Note(string s) => Console.WriteLine(s); static void Drop(string s) { }
void Leak(Customer c) => Sent?.Invoke([|c.Email|]);
void Clean(Customer c) { Sent?.Invoke(c.City); Lost?.Invoke(c.Email); }
//# a lambda handler
event Action<string>? Sent; event Action<string>? Lost;
void Wire() { Sent += s => Console.WriteLine(s); Lost += s => { }; }
void Leak(Customer c) => Sent!([|c.Email|]);
void Clean(Customer c) { Sent!(c.City); Lost!(c.Email); }
//+ wired in another class
public class Mailer { public event Action<string>? Sent; public event Action<string>? Lost;
    public void Leak(Customer c) => Sent?.Invoke([|c.Email|]);
    public void Clean(Customer c) { Sent?.Invoke(c.City); Lost?.Invoke(c.Email); } }
public class Audit { public void Wire(Mailer m) { m.Sent += On; m.Lost += Off; } void On(string s) => Console.WriteLine(s); void Off(string s) { } }
//+ event arguments that hold data
public class SentArgs(string to) : EventArgs { [DataCategory("contact.email")] public string To { get; } = to; public int N { get; } }
public class Audit { public void On(object? sender, SentArgs e) => Console.WriteLine([|e.To|]); public void Off(object? sender, SentArgs e) => Console.WriteLine(e.N); }
//+ event arguments that hold undeclared data
public class SentArgs : EventArgs { public string To { get; set; } = ""; }
public class Mailer { public event EventHandler<SentArgs>? Sent;
    public void Leak(Customer c) => Sent?.Invoke(this, new SentArgs { To = {|PAC2005:c.Email|} });
    public void Clean(Customer c) => Sent?.Invoke(this, new SentArgs { To = c.City }); }
//# a local copy is raised
event Action<string>? Sent;
void Wire() => Sent += s => Console.WriteLine(s);
void Leak(Customer c) { var handler = Sent; handler?.Invoke([|c.Email|]); }
void Clean(Customer c) { var handler = Sent; handler?.Invoke(c.City); }
//# a handler that takes the customer
event Action<Customer>? Sent; event Action<Customer>? Left;
void Wire() { Sent += c => Console.WriteLine([|c.Email|]); Left += c => Console.WriteLine(c.City); }
void Clean(Customer c) { Sent?.Invoke(c); Left?.Invoke(c); }
//+? an event with accessors that keep
public class Bus { private Action<string>? _all; public event Action<string> Sent { add => _all += value; remove => _all -= value; } public void Wire() => Sent += s => Console.WriteLine(s);
    public void Leak(Customer c) => _all?.Invoke([|c.Email|]);
    public void Clean(Customer c) => _all?.Invoke(c.City); }
