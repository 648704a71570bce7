//# await foreach over an async iterator
static async IAsyncEnumerable<string> Mails(List<Customer> all) { foreach (var c in all) { await Task.Yield(); yield return c.Email; } }
static async IAsyncEnumerable<string> Towns(List<Customer> all) { foreach (var c in all) { await Task.Yield(); yield return c.City; } }
async Task Leak(List<Customer> all) { await foreach (var x in Mails(all)) Console.WriteLine([|x|]); }
async Task Clean(List<Customer> all) { await foreach (var x in Towns(all)) Console.WriteLine(x); }
//# a stream of customers
async Task Leak(IAsyncEnumerable<Customer> all) { await foreach (var c in all) Console.WriteLine([|c.Email|]); }
async Task Clean(IAsyncEnumerable<Customer> all) { await foreach (var c in all) Console.WriteLine(c.City); }
//# WithCancellation
static async IAsyncEnumerable<string> Mails(List<Customer> all) { foreach (var c in all) { await Task.Yield(); yield return c.Email; } }
async Task Leak(List<Customer> all, CancellationToken t) { await foreach (var x in Mails(all).WithCancellation(t)) Console.WriteLine([|x|]); }
async Task Clean(List<Customer> all, CancellationToken t) { await foreach (var x in Mails(all).WithCancellation(t)) Console.WriteLine(x.Length); }
//# ConfigureAwait on a stream
static async IAsyncEnumerable<string> Mails(List<Customer> all) { foreach (var c in all) { await Task.Yield(); yield return c.Email; } }
async Task Leak(List<Customer> all) { await foreach (var x in Mails(all).ConfigureAwait(false)) Console.WriteLine([|x|]); }
async Task Clean(List<Customer> all) { await foreach (var x in Mails(all).ConfigureAwait(false)) Console.WriteLine(x.Length); }
//# a stream that passes on what it is given
static async IAsyncEnumerable<string> Trimmed(IAsyncEnumerable<string> all) { await foreach (var one in all) yield return one.Trim(); }
static async IAsyncEnumerable<string> Of(string one) { await Task.Yield(); yield return one; }
async Task Leak(Customer c) { await foreach (var x in Trimmed(Of(c.Email))) Console.WriteLine([|x|]); }
async Task Clean(Customer c) { await foreach (var x in Trimmed(Of(c.City))) Console.WriteLine(x); }
//# a stream that logs
static async IAsyncEnumerable<int> Each(IAsyncEnumerable<string> all) { await foreach (var one in all) { Console.WriteLine(one); yield return 1; } }
async Task Leak(IAsyncEnumerable<Customer> all) { await foreach (var x in Each([|all.Select(c => c.Email)|])) { } }
async Task Clean(IAsyncEnumerable<Customer> all) { await foreach (var x in Each(all.Select(c => c.City))) { } }
//# a channel
async Task Leak(Customer c) { var ch = System.Threading.Channels.Channel.CreateUnbounded<string>(); await ch.Writer.WriteAsync(c.Email); await foreach (var x in ch.Reader.ReadAllAsync()) Console.WriteLine([|x|]); }
async Task Clean(Customer c) { var ch = System.Threading.Channels.Channel.CreateUnbounded<string>(); await ch.Writer.WriteAsync(c.City); await foreach (var x in ch.Reader.ReadAllAsync()) Console.WriteLine(x); }
//# Parallel.ForEachAsync
async Task Leak(List<Customer> all) => await Parallel.ForEachAsync(all, async (c, t) => { await Task.Yield(); Console.WriteLine([|c.Email|]); });
async Task Clean(List<Customer> all) => await Parallel.ForEachAsync(all, async (c, t) => { await Task.Yield(); Console.WriteLine(c.City); });
