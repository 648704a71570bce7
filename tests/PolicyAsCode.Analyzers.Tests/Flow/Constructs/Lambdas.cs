//# a lambda that captures
void Leak(Customer c) { var m = c.Email; Action a = () => Console.WriteLine([|m|]); a(); }
void Clean(Customer c) { var m = c.City; Action a = () => Console.WriteLine(m); a(); }
//# a lambda that takes a parameter
void Leak(Customer c) { Action<string> a = s => Console.WriteLine([|s|]); a(c.Email); }
void Clean(Customer c) { Action<string> a = s => Console.WriteLine(s); a(c.City); }
//# a lambda that returns what it takes, called twice
void Leak(Customer c) { Func<string, string> f = s => s.Trim(); Console.WriteLine([|f(c.Email)|]); }
void Clean(Customer c) { Func<string, string> f = s => s.Trim(); var m = f(c.Email); Console.WriteLine(f(c.City)); Use(m); }
static void Use(string s) { }
//# a lambda handed to a helper that calls it
static void With(string text, Action<string> use) => use(text);
void Leak(Customer c) => With(c.Email, x => Console.WriteLine([|x|]));
void Clean(Customer c) => With(c.City, x => Console.WriteLine(x));
//# a lambda that makes the text
static T Make<T>(Func<T> make) => make();
void Leak(Customer c) => Console.WriteLine([|Make(() => c.Email)|]);
void Clean(Customer c) => Console.WriteLine(Make(() => c.City));
//# a lambda in a lambda
void Leak(Customer c) { Func<Func<string>> f = () => () => c.Email; Console.WriteLine([|f()()|]); }
void Clean(Customer c) { Func<Func<string>> f = () => () => c.City; Console.WriteLine(f()()); }
//# a static lambda
void Leak(List<Customer> all) => all.ForEach(static c => Console.WriteLine([|c.Email|]));
void Clean(List<Customer> all) => all.ForEach(static c => Console.WriteLine(c.City));
//# a lambda that writes a captured local
void Leak(Customer c) { var last = ""; new List<int> { 1 }.ForEach(_ => last = c.Email); Console.WriteLine([|last|]); }
void Clean(Customer c) { var last = ""; new List<int> { 1 }.ForEach(_ => last = c.City); Console.WriteLine(last); }
//# an async lambda
async Task Leak(Customer c) { Func<Task<string>> f = async () => { await Task.Yield(); return c.Email; }; Console.WriteLine([|await f()|]); }
async Task Clean(Customer c) { Func<Task<string>> f = async () => { await Task.Yield(); return c.City; }; Console.WriteLine(await f()); }
//# a helper that is given a lambda and data
static TOut Map<TIn, TOut>(TIn one, Func<TIn, TOut> map) => map(one);
void Leak(Customer c) => Console.WriteLine([|Map(c, x => x.Email)|]);
void Clean(Customer c) => Console.WriteLine(Map(c, x => x.City));
