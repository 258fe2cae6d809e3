declare module "messages:pl" {
  const texts: Record<string, string>;
  export default texts;
}
declare module "messages:en" {
  const texts: Record<string, string>;
  export default texts;
}
declare module "messages:pl/refusals" {
  const texts: Record<string, string>;
  export default texts;
}
declare module "messages:en/refusals" {
  const texts: Record<string, string>;
  export default texts;
}
