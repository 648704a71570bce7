//# an argument
void Leak(Customer c) => log.LogInformation("To {Mail}", [|c.Email|]);
void Clean(Customer c) => log.LogInformation("To {Number}", c.Number);
//# several
void Leak(Customer c) => log.LogWarning("{A} {B}", c.City, [|c.Phone|]);
void Clean(Customer c) => log.LogWarning("{A} {B}", c.City, c.Number);
//# an interpolated template
void Leak(Customer c) => log.LogError($"To {[|c.Email|]}");
void Clean(Customer c) => log.LogError($"To {c.City}");
//# a scope
void Leak(Customer c) { using (log.BeginScope("for {Mail}", [|c.Email|])) { } }
void Clean(Customer c) { using (log.BeginScope("for {Number}", c.Number)) { } }
//# a scope with a dictionary
void Leak(Customer c) { using (log.BeginScope([|new Dictionary<string, object> { ["mail"] = c.Email }|])) { } }
void Clean(Customer c) { using (log.BeginScope(new Dictionary<string, object> { ["number"] = c.Number })) { } }
//# an array of arguments
void Leak(Customer c) { var args = new object[] { c.Email }; log.LogInformation("{A}", [|args|]); }
void Clean(Customer c) { var args = new object[] { c.City }; log.LogInformation("{A}", args); }
//# Log with a level
void Leak(Customer c) => log.Log(LogLevel.Debug, "{A}", [|c.Name|]);
void Clean(Customer c) => log.Log(LogLevel.Debug, "{A}", c.City);
//# an object, destructured
void Leak(Customer c) => log.LogInformation("{@Who}", [|c|]);
void Clean(Customer c) => log.LogInformation("{Who}", c.Id);
//# by way of a helper
static void Info(ILogger l, string text, params object?[] args) => l.LogInformation(text, args);
void Leak(Customer c) => Info(log, "{A}", [|c.Email|]);
void Clean(Customer c) => Info(log, "{A}", c.City);
