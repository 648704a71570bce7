//# List.Add
void Leak(Customer c) { var all = new List<string>(); all.Add(c.Email); Console.WriteLine([|all[0]|]); }
void Clean(Customer c) { var all = new List<string>(); all.Add(c.City); Console.WriteLine(all[0]); }
//# List.AddRange
void Leak(Customer c) { var all = new List<string>(); all.AddRange([c.Email]); Console.WriteLine([|string.Join(";", all)|]); }
void Clean(Customer c) { var all = new List<string>(); all.AddRange([c.City]); Console.WriteLine(string.Join(";", all)); }
//# List.Insert, then ForEach
void Leak(Customer c) { var all = new List<string>(); all.Insert(0, c.Email); all.ForEach(one => Console.WriteLine([|one|])); }
void Clean(Customer c) { var all = new List<string>(); all.Insert(0, c.City); all.ForEach(one => Console.WriteLine(one)); }
//# the count of a list
void Leak(Customer c) { var all = new List<string> { c.Email }; Console.WriteLine([|all.First()|]); }
void Clean(Customer c) { var all = new List<string> { c.Email }; Console.WriteLine(all.Count); }
//# a dictionary's value by key
void Leak(Customer c) { var d = new Dictionary<int, string>(); d.Add(1, c.Email); Console.WriteLine([|d[1]|]); }
void Clean(Customer c) { var d = new Dictionary<int, string>(); d.Add(1, c.City); Console.WriteLine(d[1]); }
//# TryGetValue
void Leak(Customer c) { var d = new Dictionary<int, string>(); d[1] = c.Email; if (d.TryGetValue(1, out var x)) Console.WriteLine([|x|]); }
void Clean(Customer c) { var d = new Dictionary<int, string>(); d[1] = c.City; if (d.TryGetValue(1, out var x)) Console.WriteLine(x); }
//# TryAdd and a lookup by email
void Leak(Customer c) { var d = new Dictionary<string, int>(); d.TryAdd(c.Email, 1); foreach (var k in d.Keys) Console.WriteLine([|k|]); }
void Clean(Customer c) { var d = new Dictionary<string, int>(); d.TryAdd(c.Email, 1); foreach (var n in d.Values) Console.WriteLine(n); }
//# an array's element
void Leak(Customer c) { var a = new string[2]; a[1] = c.Email; Console.WriteLine([|a[1]|]); }
void Clean(Customer c) { var a = new string[2]; a[1] = c.City; Console.WriteLine(a[1]); }
//# an array's initialiser
void Leak(Customer c) { string[] a = { c.City, c.Email }; Console.WriteLine([|a[1]|]); }
void Clean(Customer c) { string[] a = { c.City, c.City + "!" }; Console.WriteLine(a[1]); }
//# a queue
void Leak(Customer c) { var q = new Queue<string>(); q.Enqueue(c.Email); while (q.Count > 0) Console.WriteLine([|q.Dequeue()|]); }
void Clean(Customer c) { var q = new Queue<string>(); q.Enqueue(c.City); while (q.Count > 0) Console.WriteLine(q.Dequeue()); }
//# a stack, peeked
void Leak(Customer c) { var q = new Stack<string>(); q.Push(c.Email); Console.WriteLine([|q.Peek()|]); }
void Clean(Customer c) { var q = new Stack<string>(); q.Push(c.Email); Console.WriteLine(q.Count); }
//# a set
void Leak(Customer c) { var s = new HashSet<string>(); s.Add(c.Email); foreach (var x in s) Console.WriteLine([|x|]); }
void Clean(Customer c) { var s = new HashSet<string>(); Console.WriteLine(s.Add(c.Email)); }
//# GetOrAdd with a factory
void Leak(Customer c) { var d = new System.Collections.Concurrent.ConcurrentDictionary<int, string>(); Console.WriteLine([|d.GetOrAdd(1, _ => c.Email)|]); }
void Clean(Customer c) { var d = new System.Collections.Concurrent.ConcurrentDictionary<int, string>(); Console.WriteLine(d.GetOrAdd(1, _ => c.City)); }
//# an immutable list
void Leak(Customer c) { var all = System.Collections.Immutable.ImmutableList<string>.Empty; all = all.Add(c.Email); Console.WriteLine([|all[0]|]); }
void Clean(Customer c) { var all = System.Collections.Immutable.ImmutableList<string>.Empty; all = all.Add(c.City); Console.WriteLine(all[0]); }
//# a list of lists
void Leak(Customer c) { var all = new List<List<string>>(); all.Add([c.Email]); Console.WriteLine([|all[0][0]|]); }
void Clean(Customer c) { var all = new List<List<string>>(); all.Add([c.City]); Console.WriteLine(all[0][0]); }
//# a list logged before it is filled
void Leak(Customer c) { var all = new List<string>(); all.Add(c.Email); Console.WriteLine([|string.Join(",", all)|]); }
void Clean(Customer c) { var all = new List<string>(); Console.WriteLine(string.Join(",", all)); all.Add(c.Email); }
