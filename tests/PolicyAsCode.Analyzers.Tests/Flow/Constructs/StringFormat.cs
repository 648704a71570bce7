//# Format
void Leak(Customer c) => Console.WriteLine([|string.Format("to {0}", c.Email)|]);
void Clean(Customer c) => Console.WriteLine(string.Format("to {0}", c.City));
//# Format with many
void Leak(Customer c) => Console.WriteLine([|string.Format("{0} {1} {2} {3}", 1, 2, c.Email, 4)|]);
void Clean(Customer c) => Console.WriteLine(string.Format("{0} {1} {2} {3}", 1, 2, c.City, 4));
//# Concat
void Leak(Customer c) => Console.WriteLine([|string.Concat("to ", c.Email)|]);
void Clean(Customer c) => Console.WriteLine(string.Concat("to ", c.City));
//# Join
void Leak(Customer c) => Console.WriteLine([|string.Join(", ", c.City, c.Email)|]);
void Clean(Customer c) => Console.WriteLine(string.Join(", ", c.City, c.Number));
//# plus
void Leak(Customer c) => Console.WriteLine([|"to " + c.Number + c.Email + "."|]);
void Clean(Customer c) => Console.WriteLine("to " + c.Number + c.City + ".");
//# Replace and Trim
void Leak(Customer c) => Console.WriteLine([|"to X".Replace("X", c.Email).Trim()|]);
void Clean(Customer c) => Console.WriteLine("to X".Replace("X", c.City).Trim());
//# WriteLine's own format
void Leak(Customer c) => Console.WriteLine("to {0}", [|c.Email|]);
void Clean(Customer c) => Console.WriteLine("to {0}", c.City);
//# ToString on an object
void Leak(Customer c) { object o = c.Email; Console.WriteLine([|o.ToString()|]); }
void Clean(Customer c) { object o = c.City; Console.WriteLine(o.ToString()); }
//# Encoding and back
void Leak(Customer c) { var b = Encoding.UTF8.GetBytes(c.Email); Console.WriteLine([|Convert.ToBase64String(b)|]); }
void Clean(Customer c) { var b = Encoding.UTF8.GetBytes(c.City); Console.WriteLine(Convert.ToBase64String(b)); }
//# a regular expression
void Leak(Customer c) => Console.WriteLine([|System.Text.RegularExpressions.Regex.Match(c.Email, "@(.*)").Groups[1].Value|]);
void Clean(Customer c) => Console.WriteLine(System.Text.RegularExpressions.Regex.IsMatch(c.Email, "@(.*)"));
