<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="categorizedSymbol" attr="waterdiepte_cm" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category type="long" value="10" symbol="0" label="10 – 20 cm water op straat" render="true"/>
      <category type="long" value="20" symbol="1" label="20 – 30 cm" render="true"/>
      <category type="long" value="30" symbol="2" label="30 cm en meer" render="true"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="143,196,232,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="143,196,232,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.05"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="47,143,204,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="47,143,204,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.05"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="0,69,110,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="0,69,110,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.05"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>0.85</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
