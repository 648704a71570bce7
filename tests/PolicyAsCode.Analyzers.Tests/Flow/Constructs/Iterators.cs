//# an iterator over customers
static IEnumerable<string> Mails(IEnumerable<Customer> all) { foreach (var c in all) yield return c.Email; }
static IEnumerable<string> Towns(IEnumerable<Customer> all) { foreach (var c in all) yield return c.City; }
void Leak(List<Customer> all) { foreach (var x in Mails(all)) Console.WriteLine([|x|]); }
void Clean(List<Customer> all) { foreach (var x in Towns(all)) Console.WriteLine(x); }
//# an iterator over what it is given
static IEnumerable<string> Trimmed(IEnumerable<string> all) { foreach (var one in all) if (one != "") yield return one.Trim(); }
void Leak(List<Customer> all) { foreach (var x in Trimmed(all.Select(c => c.Email))) Console.WriteLine([|x|]); }
void Clean(List<Customer> all) { foreach (var x in Trimmed(all.Select(c => c.City))) Console.WriteLine(x); }
//# an iterator that logs what it is given
static IEnumerable<int> Each(IEnumerable<string> all) { foreach (var one in all) { Console.WriteLine(one); yield return 1; } }
void Leak(List<Customer> all) => Each([|all.Select(c => c.Email)|]).ToList();
void Clean(List<Customer> all) => Each(all.Select(c => c.City)).ToList();
//# an iterator of tuples
static IEnumerable<(int, string)> Rows(List<Customer> all) { foreach (var c in all) yield return (c.Number, c.Email); }
void Leak(List<Customer> all) { foreach (var (n, m) in Rows(all)) Console.WriteLine([|m|]); }
void Clean(List<Customer> all) { foreach (var (n, m) in Rows(all)) Console.WriteLine(n); }
//# a generic iterator
static IEnumerable<T> Every<T>(IEnumerable<T> all, int n) { var i = 0; foreach (var one in all) if (i++ % n == 0) yield return one; }
void Leak(List<Customer> all) => Console.WriteLine([|Every(all.Select(c => c.Email), 2).First()|]);
void Clean(List<Customer> all) => Console.WriteLine(Every(all.Select(c => c.City), 2).First());
//# an iterator that is a local function
void Leak(Customer c) { IEnumerable<string> Lines() { yield return "x"; yield return c.Email; } foreach (var x in Lines()) Console.WriteLine([|x|]); }
void Clean(Customer c) { IEnumerable<string> Lines() { yield return "x"; yield return c.City; } foreach (var x in Lines()) Console.WriteLine(x); }
//# an enumerator by hand
void Leak(List<Customer> all) { using var e = all.Select(c => c.Email).GetEnumerator(); while (e.MoveNext()) Console.WriteLine([|e.Current|]); }
void Clean(List<Customer> all) { using var e = all.Select(c => c.City).GetEnumerator(); while (e.MoveNext()) Console.WriteLine(e.Current); }
//+ an enumerable type of ours
public class Mails(List<Customer> all) : IEnumerable<string> { public IEnumerator<string> GetEnumerator() { foreach (var c in all) yield return c.Email; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
public class Towns(List<Customer> all) : IEnumerable<string> { public IEnumerator<string> GetEnumerator() { foreach (var c in all) yield return c.City; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
public class Use { public void Leak(Mails all) { foreach (var x in all) Console.WriteLine([|x|]); }
    public void Clean(Towns all) { foreach (var x in all) Console.WriteLine(x); } }
