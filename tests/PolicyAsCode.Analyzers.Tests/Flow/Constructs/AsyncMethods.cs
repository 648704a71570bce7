//# an async helper that returns
static async Task<string> MailAsync(Customer c) { await Task.Delay(1); return c.Email; }
static async Task<string> TownAsync(Customer c) { await Task.Delay(1); return c.City; }
async Task Leak(Customer c) => Console.WriteLine([|await MailAsync(c)|]);
async Task Clean(Customer c) => Console.WriteLine(await TownAsync(c));
//# an async helper that logs
static async Task NoteAsync(string text) { await Task.Delay(1); Console.WriteLine(text); }
async Task Leak(Customer c) => await NoteAsync([|c.Email|]);
async Task Clean(Customer c) => await NoteAsync(c.City);
//# ConfigureAwait
static async Task<string> MailAsync(Customer c) { await Task.Delay(1); return c.Email; }
async Task Leak(Customer c) { var m = await MailAsync(c).ConfigureAwait(false); Console.WriteLine([|m|]); }
async Task Clean(Customer c) { var m = await MailAsync(c).ConfigureAwait(false); Console.WriteLine(m.Length); }
//# Result
static async Task<string> MailAsync(Customer c) { await Task.Delay(1); return c.Email; }
void Leak(Customer c) => Console.WriteLine([|MailAsync(c).Result|]);
void Clean(Customer c) => Console.WriteLine(MailAsync(c).Result.Length);
//# GetAwaiter().GetResult()
static async Task<string> MailAsync(Customer c) { await Task.Delay(1); return c.Email; }
void Leak(Customer c) => Console.WriteLine([|MailAsync(c).GetAwaiter().GetResult()|]);
void Clean(Customer c) => Console.WriteLine(MailAsync(c).IsCompleted);
//# ValueTask
static async ValueTask<string> MailAsync(Customer c) { await Task.Yield(); return c.Name; }
static async ValueTask<string> TownAsync(Customer c) { await Task.Yield(); return c.City; }
async Task Leak(Customer c) => Console.WriteLine([|await MailAsync(c)|]);
async Task Clean(Customer c) => Console.WriteLine(await TownAsync(c));
//# Task.FromResult
static Task<string> MailAsync(Customer c) => Task.FromResult(c.Email);
static Task<string> TownAsync(Customer c) => Task.FromResult(c.City);
async Task Leak(Customer c) => Console.WriteLine([|await MailAsync(c)|]);
async Task Clean(Customer c) => Console.WriteLine(await TownAsync(c));
//# WhenAll
static async Task<string> MailAsync(Customer c) { await Task.Delay(1); return c.Email; }
async Task Leak(List<Customer> all) { var mails = await Task.WhenAll(all.Select(c => MailAsync(c))); Console.WriteLine([|mails[0]|]); }
async Task Clean(List<Customer> all) { var mails = await Task.WhenAll(all.Select(c => MailAsync(c))); Console.WriteLine(mails.Length); }
//# Task.Run
async Task Leak(Customer c) { var m = await Task.Run(() => c.Email); Console.WriteLine([|m|]); }
async Task Clean(Customer c) { var m = await Task.Run(() => c.City); Console.WriteLine(m); }
//# ContinueWith
static async Task<string> MailAsync(Customer c) { await Task.Delay(1); return c.Email; }
void Leak(Customer c) => MailAsync(c).ContinueWith(t => Console.WriteLine([|t.Result|]));
void Clean(Customer c) => MailAsync(c).ContinueWith(t => Console.WriteLine(t.Status));
//# a task kept in a local, awaited later
static async Task<string> MailAsync(Customer c) { await Task.Delay(1); return c.Email; }
static async Task<string> TownAsync(Customer c) { await Task.Delay(1); return c.City; }
async Task Leak(Customer c) { var t = MailAsync(c); await Task.Delay(2); Console.WriteLine([|await t|]); }
async Task Clean(Customer c) { var t = TownAsync(c); await Task.Delay(2); Console.WriteLine(await t); }
//# TaskCompletionSource
async Task Leak(Customer c) { var s = new TaskCompletionSource<string>(); s.SetResult(c.Email); Console.WriteLine([|await s.Task|]); }
async Task Clean(Customer c) { var s = new TaskCompletionSource<string>(); s.SetResult(c.City); Console.WriteLine(await s.Task); }
